import {
  type Failure,
  importDocument,
  partnershipNamed,
  previewImport,
} from '@trackrecord/application';
import {
  type Document,
  importableOf,
  type ImportReport,
  importReport,
  type Into,
  proposePlan,
} from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
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

type Job = Readonly<{ document: Document; into: Into; options: Options }>;

const previewed = (
  deps: OpenData,
  { document, into, options }: Job,
  proposal: ReturnType<typeof proposePlan>,
) =>
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
  );

const preview = (deps: OpenData, { document, into, options }: Job) => {
  const proposal = proposePlan(document);
  return pipe(
    previewed(deps, { document, into, options }, proposal),
    TE.map(({ effectiveOn, imported }) =>
      importReport({
        plan: into.plan,
        document,
        proposal,
        imported,
        effectiveOn,
        committed: false,
      }),
    ),
  );
};

const commit = (shell: Shell, deps: OpenData, { document, into, options }: Job) => {
  const proposal = proposePlan(document);
  return pipe(
    // What would be refused is refused before anybody is registered for its sake.
    previewed(deps, { document, into, options }, proposal),
    TE.bindTo('preview'),
    TE.bind('said', () => saidBy(shell, deps, options)),
    TE.bind('partnership', ({ said }) =>
      options.partnership === undefined
        ? TE.right(undefined)
        : partnershipNamed(deps)(options.partnership, said),
    ),
    TE.bind('imported', ({ preview: { imported }, said, partnership }) =>
      importDocument(deps)(
        {
          plan: into.plan,
          importable: importableOf(document, proposal, { ...into, partnership }),
          said,
        },
        imported,
      ),
    ),
    TE.map(({ said, imported }) =>
      importReport({
        plan: into.plan,
        document,
        proposal,
        imported,
        effectiveOn: said.effectiveOn,
        committed: true,
      }),
    ),
  );
};

const importFile = (
  shell: Shell,
  file: string,
  options: Options,
): TE.TaskEither<Failure, ImportReport> =>
  pipe(
    E.Do,
    E.bind('plan', () => parsePlanId(options.plan)),
    E.bind('document', () => readDocument(file)),
    TE.fromEither,
    TE.chain(({ plan, document }) => {
      const title = options.title ?? plan;
      const job = { document, into: { plan, title, timeZone: defaultTimeZone }, options };
      return options.dryRun === true
        ? withData(shell, openToPreview, options, (deps) => preview(deps, job))
        : withData(shell, openToWrite, options, (deps) => commit(shell, deps, job));
    }),
  );

export const addImport: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('import <file>')
      .description('bring a plan in from the text of a document, or its next version')
      .requiredOption('--plan <id>', 'the plan, made where there is none')
      .option('--title <title>', 'its title, where the document has none')
      .option('--partnership <name>', 'the partnership whose plan it is')
      .option('--brief', 'without the list of uncertain places')
      .option('--dry-run', 'show what would be done, and write nothing'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord import q2.txt --plan harbour --effective-on 2025-06-30 --dry-run',
        'trackrecord import q2.txt --plan harbour --effective-on 2025-06-30',
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
