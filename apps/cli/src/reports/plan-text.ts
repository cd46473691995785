import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { itemInWords, refAndTitle } from '@trackrecord/read-models';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import { type Row, table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { clocksLines, ratingCounts } from './clocks.ts';

type Themed = Readonly<{ title: string | null; actions: ReadonlyArray<ActionAnswer> }>;
type Section = Readonly<{
  title: string;
  actions: ReadonlyArray<ActionAnswer>;
  /** The same actions by theme; those under none stand first. */
  themes: ReadonlyArray<Themed>;
}>;
type Answer = Pick<PlanAnswer, 'priorities' | 'enablers' | 'actions' | 'counts'>;
type Priority = PlanAnswer['priorities'][number];

const byTheme = (
  { themes }: Priority,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<Themed> => {
  const refs = new Set(themes.map(({ ref }) => ref));
  return [
    {
      title: null,
      actions: actions.filter(({ under }) => under.theme === null || !refs.has(under.theme)),
    },
    ...themes.map(({ ref, title }) => ({
      title: refAndTitle(ref, title),
      actions: actions.filter(({ under }) => under.theme === ref),
    })),
  ].filter((theme) => theme.actions.length > 0);
};

/** Actions that serve results stand under the results that they serve together. */
const byResults = (
  { results }: Priority,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<Themed> =>
  [...Map.groupBy(actions, ({ under }) => under.results.join(', '))].map(([refs, some]) => {
    const only = results.find(({ ref }) => ref === refs);
    const several = refs === '' ? null : `Results ${refs}`;
    return {
      title: only === undefined ? several : refAndTitle(only.ref, only.title),
      actions: some,
    };
  });

const unthemed = (title: string, actions: ReadonlyArray<ActionAnswer>): Section => ({
  title,
  actions,
  themes: [{ title: null, actions }],
});

/** A plan's actions by priority, then by enabler, then those that are under neither. */
export const sectionsOf = ({
  priorities,
  enablers,
  actions,
  counts,
}: Answer): ReadonlyArray<Section> => {
  const refs = new Set(priorities.map(({ ref }) => ref));
  const hasPriority = ({ under: { priority } }: ActionAnswer) =>
    priority !== null && refs.has(priority);
  const rest = actions.filter((action) => action.under.enabler === null && !hasPriority(action));
  const all = [
    ...priorities.map((priority): Section => {
      const own = actions.filter(({ under }) => under.priority === priority.ref);
      const title = itemInWords('Priority', priority.ref, priority.title);
      const themes = priority.themes.length === 0 ? byResults : byTheme;
      return { title, actions: own, themes: themes(priority, own) };
    }),
    ...enablers.map(({ ref, title }) =>
      unthemed(
        itemInWords('Enabler', ref, title),
        actions.filter((action) => action.under.enabler === ref && !hasPriority(action)),
      ),
    ),
    ...(rest.length === 0 ? [] : [unthemed('Other actions', rest)]),
  ];
  // Where only some actions were asked for, headings without any are left out.
  return actions.length === counts.actions
    ? all
    : all.filter((section) => section.actions.length > 0);
};

const actionRow = (action: ActionAnswer): Row => [
  action.ref,
  action.status === 'closed' ? 'closed' : action.rating,
  action.title,
  action.owners.map(({ name }) => name).join(', '),
  action.lastUpdatedOn ?? '',
  action.updateOwed ? 'owed' : '',
];

const sectionRows = ({ title, actions, themes }: Section): ReadonlyArray<Row> => [
  { heading: title, minor: false },
  ...(actions.length === 0 ? [{ heading: 'no actions', minor: true }] : []),
  ...themes.flatMap((theme): ReadonlyArray<Row> => [
    ...(theme.title === null ? [] : [{ heading: theme.title, minor: true }]),
    ...theme.actions.map(actionRow),
  ]),
];

const actionTable = (terminal: Terminal, answer: PlanAnswer): string =>
  table(
    terminal,
    [
      { heading: 'Ref' },
      { heading: 'Rating', paint: (cell) => withRatingsPainted(terminal, cell) },
      { heading: 'Action', fit: 'shorten', ample: 38 },
      { heading: 'Owners', fit: 'shorten', spare: true },
      { heading: 'Last news', spare: true },
      { heading: 'Update', paint: terminal.colours.yellow },
    ],
    sectionsOf(answer).flatMap(sectionRows),
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
  ...ratingCounts(terminal, answer.counts.byRating),
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
