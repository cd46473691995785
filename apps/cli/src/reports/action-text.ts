import type { ActionAnswer, HistoryAnswer, PlanAnswer } from '@trackrecord/application';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { hanging, wrapped } from '../terminal/wrapped.ts';
import { clocksLines } from './clocks.ts';
import { historyText } from './history-text.ts';

const placeOf = ({ under }: ActionAnswer): string =>
  [
    under.priority === null ? [] : [`priority ${under.priority}`],
    under.theme === null ? [] : [`theme ${under.theme}`],
    under.enabler === null ? [] : [`enabler ${under.enabler}`],
    under.results.map((result) => `result ${result}`),
  ]
    .flat()
    .join(', ');

type Request = ActionAnswer['requests'][number];

const requestWords = ({ words, state, of, askedOn }: Request): string =>
  `${askedOn}${of.length === 0 ? '' : `, of ${of.join(', ')}`}: “${words}” (${state})`;

const facts = (action: ActionAnswer): ReadonlyArray<readonly [string, string]> => [
  ['Rating', action.rating],
  ['Status', action.status],
  ['Under', placeOf(action)],
  ['Owners', action.owners.map(({ name, role }) => `${name} (${role})`).join(', ')],
  ['Timescale', action.timescale?.asWritten ?? ''],
  ['Known as', action.knownAs.join(', ')],
  ['See', action.crossReferences.map(({ asWritten }) => asWritten).join('; ')],
  ['Last news', action.lastUpdatedOn ?? 'none yet'],
  ['Update', action.updateOwed ? 'owed' : 'not owed'],
  ...action.requests.map((request) => ['Asked', requestWords(request)] as const),
];

const factLines =
  (terminal: Terminal) =>
  ([name, value]: readonly [string, string]): ReadonlyArray<string> => {
    const lines = value === '' ? [] : hanging(terminal.width, name.padEnd(11), value);
    return name === 'Rating' ? lines.map((line) => withRatingsPainted(terminal, line)) : lines;
  };

/** An action's facts, notes and history for a person. */
export const actionText =
  (answer: PlanAnswer, action: ActionAnswer, history: ReadonlyArray<HistoryAnswer>) =>
  (terminal: Terminal): string =>
    [
      ...wrapped(terminal.width, `${action.label} ${action.title}`.trim()).map(
        terminal.colours.bold,
      ),
      ...clocksLines(terminal, answer),
      '',
      ...facts(action).flatMap(factLines(terminal)),
      ...action.notes.flatMap(({ text, on }) => [
        '',
        terminal.colours.bold(`Note of ${on}`),
        ...wrapped(terminal.width, text),
      ]),
      '',
      terminal.colours.bold('History'),
      historyText(terminal, history, { subjects: false, limit: 100 }),
    ].join('\n');
