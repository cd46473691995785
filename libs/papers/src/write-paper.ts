import {
  type Failure,
  invalid,
  notAuthorised,
  type WorkbookAnswer,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { boardPaperOf, type PaperMade } from './paper/board-paper-of.ts';
import {
  isOfValues,
  type PaperKind,
  paperKindWords,
  type PaperTableName,
  paperTables,
} from './paper-kinds.ts';
import { tableSheet } from './sheets/table-sheet.ts';
import type { CsvDelimiter } from './tables/csv.ts';
import { describePaperRefusal, type PaperRefusal } from './word/paper-refusal.ts';

/** What is wanted of a plan, besides what it is asked. */
export type PaperWanted = Readonly<{
  kind: PaperKind;
  /** Of a file of values, which table; the actions where nothing is said. */
  table?: PaperTableName | undefined;
  /** Of docx and pdf: an organisation's own Word file, for its cover, logo and styles. */
  template?: Uint8Array | undefined;
}>;

/** A file to save or to send. */
export type PaperFile = Readonly<{
  bytes: Uint8Array;
  /** With the characters of texts: `text/csv; charset=utf-8`. */
  mediaType: string;
  /** "harbour-2027-06-30.docx". */
  name: string;
  /** What of the template is not in the file, in sentences; none where all of it is, or where there was none. */
  notTaken: ReadonlyArray<string>;
}>;

/** Whether a wish can be had at all; it is known before anything is asked of the plan. */
export const acceptedWish = ({ kind, table, template }: PaperWanted): Failure | null => {
  if (table !== undefined && !isOfValues(kind))
    return invalid(
      `table: a ${kind} file holds no single table; csv and tsv files do. Accepted there are ${paperTables.join(', ')}.`,
      'table',
    );
  if (template !== undefined && kind !== 'docx' && kind !== 'pdf')
    return invalid(
      `template: a ${kind} file is made without one; docx and pdf files may have one.`,
      'template',
    );
  return null;
};

/** Whether the plan's history is part of what is wanted. */
export const needsHistory = ({ kind, table }: PaperWanted): boolean =>
  kind === 'xlsx' || table === 'history';

type Written = Pick<PaperFile, 'bytes' | 'notTaken'>;
type Bytes = TE.TaskEither<Failure, Written>;

const whole = (bytes: Uint8Array): Written => ({ bytes, notTaken: [] });

/** A writer is a library of its own: it is loaded when somebody wants what it writes. */
const lazily = (write: () => Promise<Uint8Array>): Bytes => pipe(TE.fromTask(write), TE.map(whole));

/** A template that is not taken is an input that is refused. */
const inTemplate = (write: () => Promise<E.Either<PaperRefusal, Written>>): Bytes =>
  pipe(
    write,
    TE.mapLeft((refusal) => invalid(describePaperRefusal(refusal), 'template')),
  );

const values = (answer: WorkbookAnswer, table: PaperTableName, delimiter: CsvDelimiter): Bytes => {
  const sheet = tableSheet(answer, table);
  return sheet === null
    ? TE.left(
        notAuthorised('Only whoever may see the plan’s whole history can have it as a table.'),
      )
    : lazily(async () => {
        const { sheetAsCsv } = await import('./tables/csv.ts');
        return new TextEncoder().encode(sheetAsCsv(sheet, delimiter));
      });
};

const written = (
  answer: WorkbookAnswer,
  made: PaperMade,
  { kind, table = 'actions', template }: PaperWanted,
): Bytes => {
  switch (kind) {
    case 'docx':
      return inTemplate(async () => {
        const { wordPaper } = await import('./word/word-paper.ts');
        return pipe(await wordPaper(boardPaperOf(answer, made), template), E.map(whole));
      });
    case 'pdf':
      return inTemplate(async () => {
        const { pdfPaper, pdfPaperIn } = await import('./pdf/pdf-paper.ts');
        const paper = boardPaperOf(answer, made);
        return template === undefined
          ? E.right(whole(await pdfPaper(paper)))
          : pdfPaperIn(template, paper);
      });
    case 'xlsx':
      return lazily(async () => {
        const { planWorkbook } = await import('./workbook/plan-workbook.ts');
        const { writeWorkbook } = await import('./workbook/write-workbook.ts');
        return writeWorkbook(planWorkbook(answer, made));
      });
    case 'csv':
      return values(answer, table, ',');
    case 'tsv':
      return values(answer, table, '\t');
    case 'md':
      return lazily(async () => {
        const { markdownPaper } = await import('./tables/markdown-paper.ts');
        return new TextEncoder().encode(markdownPaper(boardPaperOf(answer, made)));
      });
    case 'html':
      return lazily(async () => {
        const { htmlPaper } = await import('./html/html-paper.ts');
        return new TextEncoder().encode(htmlPaper(boardPaperOf(answer, made)));
      });
  }
};

const typeOf = (kind: PaperKind): string => {
  const { mediaType } = paperKindWords[kind];
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
};

const nameOf = ({ plan, asOf }: WorkbookAnswer, { kind, table = 'actions' }: PaperWanted): string =>
  `${[plan.plan.id, asOf, ...(isOfValues(kind) ? [table] : [])].join('-')}.${kind}`;

/** Writes what a plan says as a file of a kind: a board paper, a workbook, or one table. */
export const writePaper = (
  answer: WorkbookAnswer,
  made: PaperMade,
  wanted: PaperWanted,
): TE.TaskEither<Failure, PaperFile> => {
  const refused = acceptedWish(wanted);
  return refused !== null
    ? TE.left(refused)
    : pipe(
        written(answer, made, wanted),
        TE.map(({ bytes, notTaken }) => ({
          bytes,
          notTaken,
          mediaType: typeOf(wanted.kind),
          name: nameOf(answer, wanted),
        })),
      );
};
