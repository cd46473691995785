import { type OwedAnswer, reasonInWords, type WorkbookAnswer } from '@trackrecord/application';
import { copySheets } from '@trackrecord/documents';
import { itemOf, planItems } from './plan-items.ts';
import { sentenceCase } from './sentence-case.ts';
import { type ColumnOf, day, number, type Sheet, sheetOf, words } from './sheet.ts';

const columns = (items: ReadonlyMap<string, string>): ReadonlyArray<ColumnOf<OwedAnswer>> => [
  { head: 'Ref', width: 8, kind: 'short', of: ({ action }) => words(action) },
  {
    head: 'What',
    width: 48,
    kind: 'long',
    of: ({ about, action, title }) => words(action === null ? itemOf(items, about) : (title ?? '')),
  },
  {
    head: 'Who owes it',
    width: 26,
    kind: 'long',
    of: ({ party }) => words(party?.name ?? 'Nobody named: the plan’s manager'),
  },
  {
    head: 'Why it is owed',
    width: 18,
    kind: 'short',
    of: ({ reason }) => words(sentenceCase(reason)),
  },
  { head: 'Since', width: 13, kind: 'day', of: ({ since }) => day(since) },
  { head: 'Due on', width: 13, kind: 'day', of: ({ dueOn }) => day(dueOn) },
  { head: 'Days overdue', width: 10, kind: 'number', of: ({ daysOverdue }) => number(daysOverdue) },
  { head: 'In words', width: 44, kind: 'long', of: (debt) => words(reasonInWords(debt, null)) },
];

/** Who owes an update of what, why and since when; data that the plan lacks among it. */
export const owedSheet = (of: Pick<WorkbookAnswer, 'plan' | 'ids' | 'owed'>): Sheet =>
  sheetOf(copySheets.owed, columns(planItems(of)), of.owed, 2);
