import { type Failure, importAs, type Imported, previewImport } from '@trackrecord/application';
import {
  type Document,
  importableOf,
  type ImportReport,
  importReport,
  type Into,
  type ProposedPlan,
  type ReadDocument,
} from '@trackrecord/documents';
import type { LocalDate } from '@trackrecord/kernel';
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
  }>;

type Job = Readonly<{
  document: Document;
  proposal: ProposedPlan;
  into: Into;
  options: Options;
}>;

type Outcome = Readonly<{ imported: Imported; effectiveOn: LocalDate; committed: boolean }>;

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
    TE.map((done): Outcome => ({ ...done, committed: false })),
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
      imported,
      effectiveOn,
      committed: true,
    })),
  );

/** Reads the document, with a bar where it is a large one. */
const readWithBar = (shell: Shell, file: string): TE.TaskEither<Failure, ReadDocument> => {
  const bar = patientBar(shell.terminal, `Reading ${basename(file)}`);
  return pipe(
    readDocument(file, (done, total) => {
      bar.report({ done, total });
    }),
    T.chainFirstIOK(() => bar.stop),
  );
};

const importFile = (
  shell: Shell,
  file: string,
  options: Options,
): TE.TaskEither<Failure, ImportReport> =>
  pipe(
    TE.fromEither(parsePlanId(options.plan)),
    TE.bindTo('plan'),
    TE.bind('read', () => readWithBar(shell, file)),
    TE.chain(({ plan, read: { document, proposal } }) => {
      const into = { plan, title: options.title ?? plan, timeZone: defaultTimeZone };
      const job = { document, proposal, into, options };
      return pipe(
        options.dryRun === true
          ? withData(shell, openToPreview, options, (deps) => preview(deps, job))
          : withData(shell, openToWrite, options, (deps) => commit(shell, deps, job)),
        TE.map((outcome) => importReport({ plan, document, proposal, ...outcome })),
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
