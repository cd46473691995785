import {
  type Failure,
  invalid,
  resolveQuestion,
  type WorkbookAnswer,
  workbookAnswer,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import { dateInWords, type LocalDate } from '@trackrecord/kernel';
import {
  acceptedWish,
  isPaperKind,
  isPaperTable,
  needsHistory,
  type PaperFile,
  type PaperKind,
  paperKinds,
  paperTables,
  type PaperTableName,
  type PaperWanted,
  writePaper,
} from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { extname } from 'node:path';
import { type AskingOptions, parseQuestion, withAsking, withData } from '../arguments/asking.ts';
import { optional, parseDate, parsePlanId } from '../arguments/parse.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { safe } from '../terminal/terminal.ts';
import { openToRead } from '../wiring/open-data.ts';
import { bytesOf } from '../wiring/read-document.ts';
import type { Shell } from '../wiring/shell.ts';
import { nameIsFree, writeNewFile } from '../wiring/write-new-file.ts';
import { type AddCommand, example } from './command.ts';

type Options = AskingOptions &
  Readonly<{
    to: string;
    format?: string;
    since?: string;
    table?: string;
    template?: string;
    force?: boolean;
  }>;

const kindsInWords = paperKinds.map((kind) => `.${kind}`).join(', ');

/** The kind that is asked for by name, else the one that the file's name ends in. */
const parseKind = ({ to, format }: Options): E.Either<Failure, PaperKind> => {
  const said = (format ?? extname(to)).replace(/^\./u, '').toLowerCase();
  if (isPaperKind(said)) return E.right(said);
  if (format !== undefined)
    return E.left(
      invalid(`--format: "${format}" is no kind of file; accepted are ${paperKinds.join(', ')}.`),
    );
  return E.left(
    invalid(
      to === '-'
        ? `--to - needs --format: accepted are ${paperKinds.join(', ')}.`
        : `--to: what ${to} is to be cannot be told from its ending; accepted are ${kindsInWords}, or --format.`,
    ),
  );
};

const parseTable = (text: string): E.Either<Failure, PaperTableName> =>
  isPaperTable(text)
    ? E.right(text)
    : E.left(
        invalid(`--table: there is no table "${text}"; accepted are ${paperTables.join(', ')}.`),
      );

const parseWanted = (options: Options): E.Either<Failure, PaperWanted> =>
  pipe(
    E.Do,
    E.bind('kind', () => parseKind(options)),
    E.bind('table', () => optional(options.table, parseTable)),
    E.bind('template', () =>
      options.template === undefined ? E.right(undefined) : bytesOf(options.template),
    ),
    E.chain((wanted) => {
      const refused = acceptedWish(wanted);
      return refused === null ? E.right(wanted) : E.left(refused);
    }),
  );

/** Where it goes can be told to be wrong before anything is asked. */
const checkPlace = ({ to, json, force = false }: Options): E.Either<Failure, unknown> => {
  if (to !== '-') return nameIsFree(to, force);
  return json === true
    ? E.left(invalid('--json tells of a file that was written; --to - prints the file itself.'))
    : E.right(undefined);
};

type Asked = Readonly<{ plan: PlanId; wanted: PaperWanted; since: LocalDate | undefined }>;

const answered = (
  shell: Shell,
  options: Options,
  { plan, wanted, since }: Asked,
): TE.TaskEither<Failure, Readonly<{ answer: WorkbookAnswer; madeOn: LocalDate }>> =>
  pipe(
    TE.fromEither(parseQuestion(options)),
    TE.chain((question) =>
      withData(shell, openToRead, options, (deps) =>
        pipe(
          resolveQuestion(deps)(plan, question),
          E.chain((resolved) =>
            workbookAnswer(deps)(resolved, { since, withHistory: needsHistory(wanted) }),
          ),
          E.map((answer) => ({ answer, madeOn: deps.clock.today(answer.timeZone) })),
          TE.fromEither,
        ),
      ),
    ),
  );

/** What of the template is not in the file, line by line. */
const asideOf = (notTaken: ReadonlyArray<string>): ReadonlyArray<string> =>
  notTaken.length === 0
    ? []
    : ['The template is not taken as it is in all:', ...notTaken.map((one) => `- ${one}`)];

const saved = (
  { to, force = false }: Options,
  { plan, asOf, ordinal }: WorkbookAnswer,
  { bytes, mediaType, notTaken }: PaperFile,
): E.Either<Failure, Output> =>
  to === '-'
    ? E.right({ json: null, text: () => '', file: bytes, aside: asideOf(notTaken) })
    : pipe(
        writeNewFile(to, bytes, { force }),
        E.map(() => ({
          json: {
            ...{ file: to, mediaType, bytes: bytes.length, plan: plan.plan.id, asOf, ordinal },
            ...(notTaken.length === 0 ? {} : { notTaken }),
          },
          text: () =>
            [
              `${plan.plan.title}, as of ${dateInWords(asOf)} at ordinal ${ordinal}, written to ${to}.`,
              ...asideOf(notTaken),
            ]
              .map(safe)
              .join('\n'),
        })),
      );

const exported = (shell: Shell, plan: string, options: Options): TE.TaskEither<Failure, Output> =>
  pipe(
    E.Do,
    E.bind('plan', () => parsePlanId(plan)),
    E.bind('wanted', () => parseWanted(options)),
    E.bind('since', () => optional(options.since, (text) => parseDate('--since', text))),
    E.chainFirst(() => checkPlace(options)),
    TE.fromEither,
    TE.bindTo('asked'),
    TE.bind('told', ({ asked }) => answered(shell, options, asked)),
    TE.bind('file', ({ asked: { wanted }, told: { answer, madeOn } }) =>
      writePaper(answer, { madeOn }, wanted),
    ),
    TE.chainEitherK(({ told: { answer }, file }) => saved(options, answer, file)),
  );

export const addExport: AddCommand = (program, shell) => {
  withAsking(
    program
      .command('export <plan>')
      .description('a plan as a file: a board paper, a workbook to edit, or a table'),
  )
    .requiredOption(
      '--to <file>',
      `the file to write; its ending says the kind: ${kindsInWords}; - prints it`,
    )
    .option('--format <kind>', `the kind, where the name of the file does not say it`)
    .option('--since <date>', 'tell changes since then (default: the last review before)')
    .option('--table <name>', `of .csv and .tsv: ${paperTables.join(', ')} (default: actions)`)
    .option(
      '--template <file>',
      'of .docx and .pdf: your own Word file, {{paper}} where the paper goes',
    )
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      example(
        'trackrecord export harbour --to harbour.xlsx',
        'trackrecord export harbour --to paper.docx --since 2025-06-30',
        'trackrecord export harbour --to paper.pdf --template ours.docx',
        'trackrecord export harbour --to - --format csv --table history',
      ),
    )
    .action((plan: string, options: Options) =>
      runCommand(shell, options.json, () => exported(shell, plan, options)),
    );
};
