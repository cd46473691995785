import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import { type Row, table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { clocksLines, ratingCounts } from './clocks.ts';

type Section = Readonly<{ title: string; actions: ReadonlyArray<ActionAnswer> }>;

/** A plan's actions by priority, then by enabler, then those that are under neither. */
export const sectionsOf = ({
  priorities,
  enablers,
  actions,
}: Pick<PlanAnswer, 'priorities' | 'enablers' | 'actions'>): ReadonlyArray<Section> => {
  const refs = new Set(priorities.map(({ ref }) => ref));
  const hasPriority = ({ under: { priority } }: ActionAnswer) =>
    priority !== null && refs.has(priority);
  return [
    ...priorities.map(({ ref, title }) => ({
      title: `Priority ${ref}: ${title}`,
      actions: actions.filter(({ under }) => under.priority === ref),
    })),
    ...enablers.map(({ ref, title }) => ({
      title: `Enabler ${ref}: ${title}`,
      actions: actions.filter((action) => action.under.enabler === ref && !hasPriority(action)),
    })),
    {
      title: 'Other actions',
      actions: actions.filter((action) => action.under.enabler === null && !hasPriority(action)),
    },
  ].filter((section) => section.actions.length > 0);
};

const actionRow = (action: ActionAnswer): Row => [
  action.ref,
  action.status === 'closed' ? 'closed' : action.rating,
  action.title,
  action.owners.map(({ name }) => name).join(', '),
  action.lastUpdatedOn ?? '',
  action.updateOwed ? 'owed' : '',
];

const actionTable = (terminal: Terminal, answer: PlanAnswer): string =>
  table(
    terminal,
    [
      { heading: 'Ref' },
      { heading: 'Rating', paint: (cell) => withRatingsPainted(terminal, cell) },
      { heading: 'Action', fit: 'shorten' },
      { heading: 'Owners', fit: 'shorten', spare: true },
      { heading: 'Last news', spare: true },
      { heading: 'Update', paint: terminal.colours.yellow },
    ],
    sectionsOf(answer).flatMap(({ title, actions }): ReadonlyArray<Row> => [
      title,
      ...actions.map(actionRow),
    ]),
  );

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const counted = ({ counts, targets, indicators, actions }: PlanAnswer): string =>
  [
    plural(counts.actions, 'action'),
    plural(targets.length, 'target'),
    plural(indicators.length, 'indicator'),
    `${plural(counts.owed, 'update')} owed`,
    ...(actions.length === counts.actions ? [] : [`${actions.length} shown`]),
  ].join(' · ');

/** What is at the head of every answer about a plan: its title, the clocks, how many of what. */
export const planHead = (terminal: Terminal, answer: PlanAnswer): ReadonlyArray<string> => [
  ...wrapped(terminal.width, answer.plan.title.replaceAll('\n', ': ')).map(terminal.colours.bold),
  ...clocksLines(terminal, answer),
  ratingCounts(terminal, answer.counts.byRating),
  ...wrapped(terminal.width, counted(answer)),
];

/** A plan with every action on a line of its own, under its priority or enabler. */
export const planText =
  (answer: PlanAnswer) =>
  (terminal: Terminal): string =>
    [
      ...planHead(terminal, answer),
      '',
      ...(answer.actions.length === 0 ? ['No actions.'] : [actionTable(terminal, answer)]),
    ].join('\n');
