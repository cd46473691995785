import type { OwedAnswer, Question } from '@trackrecord/application';
import {
  isOwedFiltered,
  type Link,
  type OwedParams,
  owedQuery,
  type OwedShown,
  usualOwed,
  withDates,
} from '@trackrecord/pages';
import { owedColumns } from '../../api/questions/columns.ts';
import { fileWords } from '../../api/table.ts';
import { csvOf } from '../../http/csv.ts';
import { json, type Reply } from '../../http/reply.ts';

const formats = ['csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** In which form an address asks for data; `undefined` for the page itself. */
export const formatIn = (typed: string | undefined): Format | undefined =>
  formats.find((format) => format === typed);

/** The shown debts, in the order in which they stand on the page. */
const debtsIn = ({ lines, whole, data }: OwedShown): ReadonlyArray<OwedAnswer> => [
  ...whole,
  ...lines.flatMap(({ debts }) => debts),
  ...data,
];

/** What the page shows as data, with the columns and members that the API gives too. */
export const owedAsData = (
  shown: OwedShown,
  format: Format,
  named: ReadonlyArray<string | number>,
): Reply =>
  format === 'json'
    ? json(debtsIn(shown))
    : {
        _tag: 'Body',
        status: 200,
        type: 'text/csv; charset=utf-8',
        body: csvOf(owedColumns, debtsIn(shown)),
        fileName: `${fileWords(...named)}.csv`,
      };

/** A page of updates owed as data: of the API where all are shown, else those that are shown. */
export const owedDataLinks = (
  path: string,
  params: OwedParams,
  question: Question,
): ReadonlyArray<Link> => {
  const shown = owedQuery({ ...params, group: usualOwed.group, page: 1 });
  const base = isOwedFiltered(params) ? `${path}?${shown}&format=` : `/api/v1${path}?format=`;
  return formats.toReversed().map((format) => ({
    text: format.toUpperCase(),
    href: withDates(`${base}${format}`, question),
  }));
};
