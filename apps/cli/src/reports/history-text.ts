import type { HistoryAnswer } from '@trackrecord/application';
import { sourceInWords } from '@trackrecord/read-models';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { shortened } from '../terminal/text-width.ts';
import { hanging } from '../terminal/wrapped.ts';
import { describeEvent } from './describe-event.ts';

type Rows = ReadonlyArray<HistoryAnswer>;

/** How a history is told. */
export type Telling = Readonly<{
  /** Whether each line names what it is about: a whole plan's history does, an action's own does not. */
  subjects: boolean;
  /** Longer words than this are shortened; without it they stand in full. */
  limit?: number;
}>;

const recordedOn = ({ recordedAt }: HistoryAnswer): string => recordedAt.slice(0, 10);

const whoSaid = ({ by, onWordOf, source, documentName }: HistoryAnswer): string => {
  if (source !== null) {
    return `${documentName ?? `document ${source.document.slice(0, 12)}`}, recorded by ${by}`;
  }
  return onWordOf === null ? by : `${by}, on the word of ${onWordOf}`;
};

const late = (row: HistoryAnswer): string =>
  recordedOn(row) === row.effectiveOn ? '' : ` · recorded on ${recordedOn(row)}`;

/** Said together: for one date, by one person or document, for one reason. */
const occasionOf = (row: HistoryAnswer): string =>
  [row.effectiveOn, recordedOn(row), whoSaid(row), row.why ?? ''].join('\n');

const consecutive = (rows: Rows, keyOf: (row: HistoryAnswer) => string): ReadonlyArray<Rows> =>
  rows.reduce((groups: HistoryAnswer[][], row) => {
    const last = groups.at(-1);
    const before = last?.[0];
    if (last !== undefined && before !== undefined && keyOf(before) === keyOf(row)) last.push(row);
    else groups.push([row]);
    return groups;
  }, []);

const takenBack = (retracted: HistoryAnswer['retracted']): string => {
  if (retracted === null) return '';
  const { ordinal, by, onWordOf, why } = retracted;
  const word = onWordOf === null ? '' : `, on the word of ${onWordOf}`;
  return ` – taken back at ${ordinal} by ${by}${word}${why === null ? '' : `: ${why}`}`;
};

const after = ({ retracted, source }: HistoryAnswer): string =>
  [...(source === null ? [] : [` (${sourceInWords(source)})`]), takenBack(retracted)].join('');

const eventLines = (terminal: Terminal, telling: Telling, rows: Rows): ReadonlyArray<string> => {
  const [row] = rows;
  if (row === undefined) return [];
  const about = telling.subjects ? `${row.subject} ` : '';
  const fit = (words: string) =>
    telling.limit === undefined ? words : shortened(words, telling.limit);
  return describeEvent(rows).flatMap(({ words, isRating }, place) => {
    const start = place === 0 ? `${String(row.ordinal).padStart(6)}  ` : ' '.repeat(8);
    const lines = hanging(terminal.width, start, `${about}${fit(words)}${after(row)}`);
    return row.retracted === null && isRating
      ? lines.map((line) => withRatingsPainted(terminal, line))
      : lines.map(row.retracted === null ? (line) => line : terminal.colours.dim);
  });
};

const occasion = (terminal: Terminal, telling: Telling, rows: Rows): ReadonlyArray<string> => {
  const [row] = rows;
  if (row === undefined) return [];
  const head = hanging(terminal.width, `${row.effectiveOn}  `, `${whoSaid(row)}${late(row)}`);
  const why = row.why === null ? [] : hanging(terminal.width, ' '.repeat(8), `why: ${row.why}`);
  return [
    ...head.map(terminal.colours.bold),
    ...consecutive(rows, ({ ordinal }) => String(ordinal)).flatMap((event) =>
      eventLines(terminal, telling, event),
    ),
    ...why.map(terminal.colours.dim),
  ];
};

/** An audit trail by occasion, in the order of recording: since when, who, what with its ordinal, why. */
export const historyText = (terminal: Terminal, rows: Rows, telling: Telling): string =>
  [
    ...consecutive(rows, occasionOf).flatMap((group) => occasion(terminal, telling, group)),
    ...(rows.some(({ verified }) => !verified)
      ? hanging(
          terminal.width,
          '',
          'Names are as they were given: the command line cannot prove who typed them.',
        ).map(terminal.colours.dim)
      : []),
  ].join('\n');
