import {
  auditTrailAnswer,
  type AuditTrailAnswer,
  type Failure,
  mostLines,
  storage,
} from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { setImmediate } from 'node:timers/promises';
import { auditColumns } from '../../api/questions/columns.ts';
import { fileWords } from '../../api/table.ts';
import type { Desk } from '../../desk.ts';
import { csvOf, csvRowsOf, type HeadWords } from '../../http/csv.ts';
import type { Reply } from '../../http/reply.ts';
import type { AskedTrail } from './trail-page.ts';

/** A file holds no more lines than this: spreadsheets hold a million, browsers wait for less. */
export const mostLinesInFile = 100_000;

export type TrailFormat = 'csv' | 'json';

/** A whole trail for a file. */
type Whole = Readonly<{
  first: AuditTrailAnswer;
  /** The lines in parts, each already as the file writes them. */
  parts: ReadonlyArray<string>;
  lines: number;
}>;

type Sofar = Whole & Readonly<{ next: string | null }>;

/** How lines are written, one part after another. */
type Writer = (rows: AuditTrailAnswer['rows']) => string;

const partOf = (
  desk: Desk,
  { questions, asked, newestFirst }: AskedTrail,
  limit: number,
  after: string | undefined,
): E.Either<Failure, AuditTrailAnswer> =>
  auditTrailAnswer(desk)(questions, asked, { newestFirst, limit, after });

/** Others are answered between two parts of a long file. */
const breathe: TE.TaskEither<Failure, void> = TE.tryCatch(
  () => setImmediate(),
  () => storage({ _tag: 'Unavailable', message: 'The file could not be written. Try again.' }),
);

const goOn =
  (desk: Desk, of: AskedTrail, write: Writer, most: number) =>
  (sofar: Sofar): TE.TaskEither<Failure, Whole> => {
    const room = most - sofar.lines;
    if (sofar.next === null || room <= 0) return TE.right(sofar);
    const { next } = sofar;
    return pipe(
      breathe,
      TE.chainEitherK(() => partOf(desk, of, Math.min(mostLines, room), next)),
      TE.chain((answer) =>
        goOn(
          desk,
          of,
          write,
          most,
        )({
          first: sofar.first,
          parts: [...sofar.parts, write(answer.rows)],
          lines: sofar.lines + answer.rows.length,
          next: answer.next,
        }),
      ),
    );
  };

/** Reads a trail from its first line to its last, or to the last that a file holds. */
const wholeTrail = (
  desk: Desk,
  of: AskedTrail,
  write: Writer,
  most: number,
): TE.TaskEither<Failure, Whole> =>
  pipe(
    TE.fromEither(partOf(desk, of, Math.min(mostLines, most), undefined)),
    TE.chain((first) =>
      goOn(
        desk,
        of,
        write,
        most,
      )({ first, parts: [write(first.rows)], lines: first.rows.length, next: first.next }),
    ),
  );

const linesInWords = ({ first: { total }, lines }: Whole): string =>
  lines === total
    ? String(total)
    : `the first ${lines} of ${total}: a file holds no more. Filter by dates for the rest.`;

/** What stands at the head of a file: what it is of, and who saved it when. */
export type Saved = Readonly<{ by: string; at: Instant }>;

const headOf = (whole: Whole, { by, at }: Saved): HeadWords => [
  ['Filter', whole.first.filter],
  ['Lines', linesInWords(whole)],
  ['As of', whole.first.asOf],
  ['Known at ordinal', String(whole.first.ordinal)],
  ['Saved by', by],
  ['Saved at', at],
];

const csvFile = (whole: Whole, saved: Saved): string =>
  [csvOf(auditColumns, [], headOf(whole, saved)), ...whole.parts].join('');

const jsonFile = (whole: Whole, { by, at }: Saved): string => {
  const { plans, asOf, ordinal, filter, newestFirst, total } = whole.first;
  const head = {
    filter,
    plans,
    asOf,
    ordinal,
    newestFirst,
    total,
    lines: whole.lines,
    isWhole: whole.lines === total,
    savedBy: by,
    savedAt: at,
  };
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/u, '');
  const rows = whole.parts.filter((part) => part !== '').join(',\n');
  return `${start},\n  "rows": [${rows === '' ? '' : `\n${rows}\n  `}]\n}\n`;
};

const jsonRows: Writer = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');

const csvRows: Writer = (rows) => csvRowsOf(auditColumns, rows);

/**
 * A whole trail as a file, not only the page that is shown, with what was asked in words at its head.
 * @param most how many lines at most; where there are more, the head says so
 */
export const exportTrail = (
  desk: Desk,
  of: AskedTrail,
  format: TrailFormat,
  saved: Saved,
  most: number = mostLinesInFile,
): TE.TaskEither<Failure, Readonly<{ reply: Reply; filter: string }>> =>
  pipe(
    wholeTrail(desk, of, format === 'csv' ? csvRows : jsonRows, most),
    TE.map((whole) => {
      const { plans, asOf, ordinal, filter } = whole.first;
      return {
        filter,
        reply: {
          _tag: 'Body',
          status: 200,
          type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
          body: format === 'csv' ? csvFile(whole, saved) : jsonFile(whole, saved),
          fileName: `${fileWords(...plans.slice(0, 3), 'audit-trail-as-of', asOf, 'known-at', ordinal)}.${format}`,
        } satisfies Reply,
      };
    }),
  );
