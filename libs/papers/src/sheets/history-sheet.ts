import { fieldInWords, type HistoryAnswer, type WorkbookAnswer } from '@trackrecord/application';
import { copySheets } from '@trackrecord/documents';
import { sentenceCase } from './sentence-case.ts';
import { type ColumnOf, day, number, type Sheet, sheetOf, words } from './sheet.ts';
import { wallTimeIn } from './wall-time.ts';

type Of = Pick<WorkbookAnswer, 'history' | 'timeZone'>;

/** "Rhoda Keeper, on the word of Sam Lee". */
const whoSaid = ({ by, onWordOf }: Pick<HistoryAnswer, 'by' | 'onWordOf'>): string =>
  onWordOf === null ? by : `${by}, on the word of ${onWordOf}`;

const takenBack = ({ retracted }: HistoryAnswer): string =>
  retracted === null
    ? ''
    : [`by ${whoSaid(retracted)}`, ...(retracted.why === null ? [] : [retracted.why])].join(': ');

const columns = (timeZone: string): ReadonlyArray<ColumnOf<HistoryAnswer>> => {
  const wallTime = wallTimeIn(timeZone);
  return [
    { head: 'Ordinal', width: 9, kind: 'number', of: ({ ordinal }) => number(ordinal) },
    {
      head: 'Recorded',
      width: 18,
      kind: 'time',
      of: ({ recordedAt }) => ({ _tag: 'Time', at: wallTime(recordedAt) }),
    },
    {
      head: 'Effective on',
      width: 13,
      kind: 'day',
      of: ({ effectiveOn }) => day(effectiveOn),
    },
    { head: 'Who', width: 24, kind: 'long', of: (line) => words(whoSaid(line)) },
    {
      head: 'About',
      width: 16,
      kind: 'long',
      of: ({ subject }) => words(sentenceCase(subject)),
    },
    {
      head: 'Field',
      width: 16,
      kind: 'long',
      of: ({ field }) => words(sentenceCase(fieldInWords(field))),
    },
    { head: 'From', width: 34, kind: 'long', of: ({ from }) => words(from) },
    { head: 'To', width: 34, kind: 'long', of: ({ to }) => words(to) },
    { head: 'Why', width: 30, kind: 'long', of: ({ why }) => words(why) },
    {
      head: 'Document',
      width: 24,
      kind: 'long',
      of: ({ documentName }) => words(documentName),
    },
    { head: 'Taken back', width: 26, kind: 'long', of: (line) => words(takenBack(line)) },
  ];
};

/**
 * Every line of the plan's history up to the date, in the order of recording: when it was recorded (as clocks showed it
 * in the plan's zone), since when it is true, who said it, of what, what it was and became, and why. `null` where
 * whoever asks may not see it.
 */
export const historySheet = ({ history, timeZone }: Of): Sheet | null =>
  history === null ? null : sheetOf(copySheets.history, columns(timeZone), history);
