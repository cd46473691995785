import type { Exchange } from '../http/exchange.ts';
import { type Column, csvOf } from '../http/csv.ts';
import type { Reply } from '../http/reply.ts';
import { type Params, param } from './params.ts';
import * as E from 'fp-ts/lib/Either.js';

/** An answer as a table: its columns, its rows, and what a file of it is called. */
export type Table<A> = Readonly<{
  /** The file's name, without its ending: what it is of, and which question it answers. */
  name: (answer: A, exchange: Exchange) => string;
  /** The table as CSV. */
  csv: (answer: A) => string;
}>;

/** A table whose rows are taken out of an answer. */
export const tableOf = <A, Row>(
  name: Table<A>['name'],
  rows: (answer: A) => ReadonlyArray<Row>,
  columns: ReadonlyArray<Column<Row>>,
): Table<A> => ({ name, csv: (answer) => csvOf(columns, rows(answer)) });

export type Format = 'json' | 'csv';

/** Asks for a table by name, where a header or the address cannot. */
export const formatParams: Params<Readonly<{ format: Format | undefined }>> = param(
  {
    name: 'format',
    description:
      'csv for a table that spreadsheets open; as the header "Accept: text/csv", or ".csv" at the end of the path, ask for it.',
    schema: { type: 'string', enum: ['json', 'csv'] },
  },
  (text): E.Either<string, Format | undefined> =>
    text === undefined || text === 'json' || text === 'csv'
      ? E.right(text)
      : E.left(`"${text.slice(0, 80)}" is no format; accepted are json and csv.`),
  (format) => ({ format }),
);

/** How much somebody wants a kind of content, by their `Accept` header; 0 for not at all. */
const wanted = (accept: string, type: string): number =>
  Math.max(
    0,
    ...accept.split(',').map((part) => {
      const [kind = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return kind === type ? Number(weight ?? 1) || 0 : 0;
    }),
  );

/** Whether a table is asked for: by name, by the address, or by a header that wants it more than JSON. */
export const wantsTable = ({ path, header }: Exchange, format: Format | undefined): boolean => {
  if (format !== undefined) return format === 'csv';
  if (path.endsWith('.csv')) return true;
  const accept = header('accept') ?? '';
  return wanted(accept, 'text/csv') > wanted(accept, 'application/json');
};

/** What was asked, in characters that a header can hold: a file that was saved can be traced to its question. */
const questionIn = ({ query, path }: Exchange): string => {
  const all = new URLSearchParams(
    query
      .names()
      .flatMap((name) => query.all(name).map((value): [string, string] => [name, value])),
  ).toString();
  return encodeURI(path) + (all === '' ? '' : `?${all}`);
};

/** What a name of a file is made of: letters, digits, hyphens. */
export const fileWords = (...words: ReadonlyArray<string | number | null | undefined>): string =>
  words
    .filter((word) => word !== null && word !== undefined && word !== '')
    .map((word) =>
      String(word)
        .replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')
        .replaceAll(/^-+|-+$/gu, ''),
    )
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 150);

/** A table as a file to save. */
export const tableReply = <A>(
  { name, csv }: Table<A>,
  answer: A,
  exchange: Exchange,
  headers: Readonly<Record<string, string>>,
): Reply => ({
  _tag: 'Body',
  status: 200,
  type: 'text/csv; charset=utf-8',
  body: csv(answer),
  fileName: `${name(answer, exchange)}.csv`,
  headers: { ...headers, 'trackrecord-question': questionIn(exchange).slice(0, 2000) },
});
