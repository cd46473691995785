import { columnMeanings, type Failure, invalid } from '@trackrecord/application';
import {
  columnMeaningsOf,
  headsNotIn,
  type ImportReport,
  type Into,
  proposePlan,
  type ReadDocument,
} from '@trackrecord/documents';
import type { ColumnChoice, PlanId } from '@trackrecord/domain';
import { returnedCopy, takeDocument } from '@trackrecord/papers';
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
    takeCopy?: boolean;
    asDocument?: boolean;
    map?: ReadonlyArray<string>;
  }>;

/** A copy of the plan that came back is read as that, where nothing else is said. */
const copyOf = (plan: PlanId, { asDocument }: Options): PlanId | undefined =>
  asDocument === true ? undefined : plan;

type Job = Readonly<{ read: ReadDocument; into: Into; options: Options }>;

/** The document as it reads by what the plan remembers of its columns, and by what is said of them now. */
const remembering = (deps: OpenData, job: Job): E.Either<Failure, ReadDocument> =>
  pipe(
    columnMeanings(deps)(job.into.plan),
    E.map((remembered) => {
      const { read, into, options } = job;
      const isCopy = options.asDocument !== true && returnedCopy(read, into.plan) !== undefined;
      const said = columnMeaningsOf([...remembered, ...(into.columns ?? [])]);
      return isCopy || remembered.length === 0
        ? read
        : { ...read, proposal: proposePlan(read.document, said) };
    }),
  );

/** Takes the document into the plan, or shows what that would do. */
const taken = (shell: Shell, deps: OpenData, job: Job): TE.TaskEither<Failure, ImportReport> => {
  const { options, into } = job;
  return pipe(
    E.Do,
    E.bind('effectiveOn', () => dateOf(deps, options)),
    E.bind('read', () => remembering(deps, job)),
    TE.fromEither,
    TE.chain(({ effectiveOn, read }) =>
      takeDocument(deps)(
        {
          read,
          into,
          taking: {
            effectiveOn,
            asDocument: options.asDocument,
            isTaken: () => options.takeCopy === true,
          },
        },
        options.dryRun === true
          ? undefined
          : {
              author: (stage) => saidBy(shell, stage, options),
              partnership: options.partnership,
            },
      ),
    ),
  );
};

/** Reads the document, with a bar where it is a large one. */
const readWithBar = (
  shell: Shell,
  file: string,
  columns: ReadonlyArray<ColumnChoice>,
  of: PlanId | undefined,
): TE.TaskEither<Failure, ReadDocument> => {
  const bar = patientBar(shell.terminal, `Reading ${basename(file)}`);
  return pipe(
    readDocument(file, columns, of, (done, total) => {
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
    TE.bind('read', ({ plan, columns }) =>
      readWithBar(shell, file, columns, copyOf(plan, options)),
    ),
    TE.chain(({ plan, columns, read }) => {
      const into = { plan, title: options.title ?? plan, timeZone: defaultTimeZone, columns };
      const open = options.dryRun === true ? openToPreview : openToWrite;
      return withData(shell, open, options, (deps) => taken(shell, deps, { read, into, options }));
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
      .option(
        '--take-copy',
        'of a copy that came back: where the plan was changed otherwise meanwhile, take the copy’s side',
      )
      .option(
        '--as-document',
        'read a copy that Trackrecord wrote as any other document, by all that it says',
      )
      .option('--brief', 'without the list of uncertain places')
      .option('--dry-run', 'show what would be done, and write nothing'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord import q2.docx --plan p --effective-on 2025-06-30 --dry-run',
        'trackrecord import q2.docx --plan p --effective-on 2025-06-30',
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
