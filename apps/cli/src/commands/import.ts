import {
  columnMeanings,
  type Failure,
  importAs,
  type Imported,
  invalid,
  previewImport,
} from '@trackrecord/application';
import {
  columnMeaningsOf,
  type Document,
  headsNotIn,
  importableOf,
  type ImportReport,
  importReport,
  type Into,
  type ProposedPlan,
  proposePlan,
  type ReadDocument,
} from '@trackrecord/documents';
import type { ColumnChoice } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { basename } from 'node:path';
import { withData } from '../arguments/asking.ts';
import {
  type ChangingOptions,
  dateOf,
  defaultTimeZone,
  saidBy,
  withChanging,
} from '../arguments/changing.ts';
import { oneMore, parseMap } from '../arguments/map-option.ts';
import { parsePlanId } from '../arguments/parse.ts';
import { importText } from '../reports/import-text.ts';
import { patientBar } from '../terminal/progress.ts';
import { runCommand } from '../terminal/run-command.ts';
import { readDocument } from '../wiring/read-document.ts';
import { type OpenData, openToPreview, openToWrite } from '../wiring/open-data.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = ChangingOptions &
  Readonly<{
    plan: string;
    title?: string;
    partnership?: string;
    dryRun?: boolean;
    brief?: boolean;
    map?: ReadonlyArray<string>;
  }>;

type Job = Readonly<{
  document: Document;
  proposal: ProposedPlan;
  into: Into;
  options: Options;
}>;

type Outcome = Readonly<{
  proposal: ProposedPlan;
  imported: Imported;
  effectiveOn: LocalDate;
  committed: boolean;
}>;

/** The document as it reads by what the plan remembers of its columns, and by what is said of them now. */
const remembering = (deps: OpenData, job: Job): E.Either<Failure, Job> =>
  pipe(
    columnMeanings(deps)(job.into.plan),
    E.map((remembered) =>
      remembered.length === 0
        ? job
        : {
            ...job,
            proposal: proposePlan(
              job.document,
              columnMeaningsOf([...remembered, ...(job.into.columns ?? [])]),
            ),
          },
    ),
  );

const preview = (deps: OpenData, { document, proposal, into, options }: Job) =>
  pipe(
    TE.fromEither(dateOf(deps, options)),
    TE.bindTo('effectiveOn'),
    TE.bind('imported', ({ effectiveOn }) =>
      previewImport(deps)({
        plan: into.plan,
        importable: importableOf(document, proposal, into),
        said: { effectiveOn, channel: 'document' },
      }),
    ),
    TE.map((done): Outcome => ({ ...done, proposal, committed: false })),
  );

const commit = (shell: Shell, deps: OpenData, { document, proposal, into, options }: Job) =>
  pipe(
    importAs(deps)({
      plan: into.plan,
      author: (stage) => saidBy(shell, stage, options),
      partnership: options.partnership,
      importable: (partnership) => importableOf(document, proposal, { ...into, partnership }),
    }),
    TE.map(({ said: { effectiveOn }, imported }): Outcome => ({
      proposal,
      imported,
      effectiveOn,
      committed: true,
    })),
  );

/** Reads the document, with a bar where it is a large one. */
const readWithBar = (
  shell: Shell,
  file: string,
  columns: ReadonlyArray<ColumnChoice>,
): TE.TaskEither<Failure, ReadDocument> => {
  const bar = patientBar(shell.terminal, `Reading ${basename(file)}`);
  return pipe(
    readDocument(file, columns, (done, total) => {
      bar.report({ done, total });
    }),
    T.chainFirstIOK(() => bar.stop),
    TE.chainEitherK((read) => {
      const absent = headsNotIn(read.document, read.proposal, columns);
      return absent === undefined ? E.right(read) : E.left(invalid(`--map: ${absent}`));
    }),
  );
};

const importFile = (
  shell: Shell,
  file: string,
  options: Options,
): TE.TaskEither<Failure, ImportReport> =>
  pipe(
    TE.Do,
    TE.bind('plan', () => TE.fromEither(parsePlanId(options.plan))),
    TE.bind('columns', () => TE.fromEither(parseMap(options.map ?? []))),
    TE.bind('read', ({ columns }) => readWithBar(shell, file, columns)),
    TE.chain(({ plan, columns, read: { document, proposal } }) => {
      const into = { plan, title: options.title ?? plan, timeZone: defaultTimeZone, columns };
      const carry = (deps: OpenData): TE.TaskEither<Failure, Outcome> =>
        pipe(
          TE.fromEither(remembering(deps, { document, proposal, into, options })),
          TE.chain((job) =>
            options.dryRun === true ? preview(deps, job) : commit(shell, deps, job),
          ),
        );
      return pipe(
        withData(shell, options.dryRun === true ? openToPreview : openToWrite, options, carry),
        TE.map((outcome) => importReport({ plan, document, ...outcome })),
      );
    }),
  );

export const addImport: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('import <file>')
      .description('bring a plan in from a document (Word, Excel, text …), or its next version')
      .requiredOption('--plan <id>', 'the plan, made where there is none')
      .option('--title <title>', 'its title, where the document has none')
      .option('--partnership <name>', 'the partnership whose plan it is')
      .option(
        '--map <head=meaning>',
        'what a column means, such as "RAG Status=rating"; once for each column',
        oneMore,
      )
      .option('--brief', 'without the list of uncertain places')
      .option('--dry-run', 'show what would be done, and write nothing'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord import q2.docx --plan harbour --effective-on 2025-06-30 --dry-run',
        'trackrecord import q2.docx --plan harbour --effective-on 2025-06-30',
      ),
    )
    .action((file: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          importFile(shell, file, options),
          TE.map((report) => ({ json: report, text: importText(report, options.brief === true) })),
        ),
      ),
    );
};
