import type { ToldChange, WorkbookAnswer } from '@trackrecord/application';
import { copySheets } from '@trackrecord/documents';
import { dateInWords, LocalDate } from '@trackrecord/kernel';
import { agendaKind, agendaWords } from '@trackrecord/read-models';
import { sentenceCase } from './sentence-case.ts';
import { itemOf, planItems } from './plan-items.ts';
import { type Cell, type ColumnOf, day, empty, type Sheet, sheetOf, words } from './sheet.ts';

/** Who made a change, each once. */
const who = ({ told }: ToldChange): string =>
  [
    ...new Set(
      told.map((line) => {
        const { by, onWordOf } = line.retracted ?? line;
        return onWordOf === null ? by : `${by}, on the word of ${onWordOf}`;
      }),
    ),
  ].join('; ');

const why = ({ told }: ToldChange): string =>
  [...new Set(told.flatMap((line) => (line.retracted ?? line).why ?? []))].join('; ');

const lastTold = ({ told }: ToldChange): Cell => {
  const last = told.at(-1);
  return last === undefined ? empty : day(last.effectiveOn);
};

/** Lines of one text that another has not. */
const onlyIn = (text: string | null, other: string | null): string => {
  const others = new Set((other ?? '').split('\n'));
  return (text ?? '')
    .split('\n')
    .filter((line) => !others.has(line))
    .join('\n');
};

/** Of silence, `from` is the date of the last news; of notes, both ends hold all of them. */
const before = ({ kind, from, to }: ToldChange): string => {
  if (kind === 'noted') return onlyIn(from, to);
  if (kind !== 'silent') return from ?? '';
  return `Last news: ${LocalDate.is(from) ? dateInWords(from) : 'never'}`;
};

const after = ({ kind, from, to }: ToldChange): string =>
  kind === 'noted' ? onlyIn(to, from) : (to ?? '');

const columns = (items: ReadonlyMap<string, string>): ReadonlyArray<ColumnOf<ToldChange>> => [
  {
    head: 'What changed',
    width: 14,
    kind: 'short',
    of: (change) => words(sentenceCase(agendaWords[agendaKind(change)])),
  },
  { head: 'Ref', width: 8, kind: 'short', of: ({ ref }) => words(ref) },
  { head: 'Action', width: 48, kind: 'long', of: ({ title }) => words(title) },
  {
    head: 'Priority',
    width: 26,
    kind: 'long',
    of: ({ priority }) => words(priority === null ? '' : itemOf(items, `priority:${priority}`)),
  },
  { head: 'Before', width: 32, kind: 'long', of: (change) => words(before(change)) },
  { head: 'After', width: 32, kind: 'long', of: (change) => words(after(change)) },
  { head: 'Effective on', width: 13, kind: 'day', of: lastTold },
  { head: 'Who', width: 24, kind: 'long', of: (change) => words(who(change)) },
  { head: 'Why', width: 30, kind: 'long', of: (change) => words(why(change)) },
];

/** What changed in the plan's actions between the two dates, each with who made it, since when and why. */
export const changesSheet = (of: Pick<WorkbookAnswer, 'plan' | 'ids' | 'changes'>): Sheet =>
  sheetOf(copySheets.changes, columns(planItems(of)), of.changes, 2);
