import { type Argument, Command, CommanderError } from 'commander';
import * as t from 'io-ts';
import { readFileSync } from 'node:fs';
import { addAction } from './commands/action.ts';
import { addChanges } from './commands/changes.ts';
import type { AddCommand } from './commands/command.ts';
import { addRetract, addUndoImport } from './commands/corrections.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addCadence, addCarryForward, addClosePlan, addScale } from './commands/keep-plan.ts';
import { addBackup, addRebuild, addRestore, addVerify } from './commands/maintenance.ts';
import { addNote } from './commands/note.ts';
import { addOwed } from './commands/owed.ts';
import { addAssign, addRelease } from './commands/owners.ts';
import { addMerge, addParties } from './commands/parties.ts';
import { addPlan } from './commands/plan.ts';
import { addPlans } from './commands/plans.ts';
import { addRate } from './commands/rate.ts';
import { addRecord } from './commands/record.ts';
import { addAnswer, addAsk, addNoChange, addWaive } from './commands/requests.ts';
import { addReview } from './commands/review.ts';
import { addClose, addReopen, addWithdraw } from './commands/status.ts';
import { addTour } from './commands/tour.ts';
import { addReword, addTimescale } from './commands/timescale.ts';
import { exitCodes } from './terminal/exit-code.ts';
import type { Shell } from './wiring/shell.ts';

const Manifest = t.type({ version: t.string });

/** The version that the package's own manifest states. */
const version = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return Manifest.is(manifest) ? manifest.version : 'unknown';
};

/** The commands, in the groups in which the help lists them. */
const groups: ReadonlyArray<readonly [heading: string, commands: ReadonlyArray<AddCommand>]> = [
  ['Ask:', [addPlans, addPlan, addAction, addHistory, addOwed, addChanges, addParties]],
  ['Bring in:', [addImport, addUndoImport]],
  [
    'Keep up to date:',
    [
      addRate,
      addNote,
      addAssign,
      addRelease,
      addAsk,
      addAnswer,
      addWaive,
      addNoChange,
      addTimescale,
      addReword,
      addClose,
      addReopen,
      addWithdraw,
      addRecord,
      addRetract,
    ],
  ],
  [
    'Look after the plan:',
    [addReview, addCadence, addScale, addMerge, addClosePlan, addCarryForward],
  ],
  ['Look after the log:', [addVerify, addRebuild, addBackup, addRestore]],
];

const argumentTerm = (argument: Argument): string => {
  const words = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${words}>` : `[${words}]`;
};

/** The command line, its commands bound to a shell. */
export const makeProgram = (shell: Shell): Command => {
  const program = new Command('trackrecord')
    .description(
      'Keeps a partnership’s action plan: every change an event, every past date one question away.',
    )
    .version(version())
    .configureHelp({
      minWidthToWrap: 30,
      // What a command takes; that it has options is seen in its own help.
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
    })
    .addHelpCommand(
      new Command('help')
        .argument('[command]')
        .description('what a command takes, with an example')
        .helpGroup('Begin:'),
    )
    .showHelpAfterError('(add --help for what is accepted)')
    .configureOutput({
      writeOut: (text) => shell.terminal.out(text.trimEnd()),
      writeErr: (text) => shell.terminal.err(text.trimEnd()),
      getOutHelpWidth: () => shell.terminal.width,
      getErrHelpWidth: () => shell.terminal.width,
    })
    .exitOverride();
  program.commandsGroup('Begin:');
  addTour(runProgram)(program, shell);
  groups.forEach(([heading, commands]) => {
    program.commandsGroup(heading);
    commands.forEach((add) => {
      add(program, shell);
    });
  });
  return program;
};

/** Usage errors end with 2; help and version with 0. */
const exitCodeOfParsing = (error: CommanderError): number =>
  error.exitCode === 0 ? exitCodes.done : exitCodes.usage;

/** Runs one command line in a shell; its exit code goes there too. */
export const runProgram = async (argv: ReadonlyArray<string>, shell: Shell): Promise<void> => {
  try {
    await makeProgram(shell).parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    shell.end(exitCodeOfParsing(thrown));
  }
};
