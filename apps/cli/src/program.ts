import { Command, CommanderError } from 'commander';
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
import { addReword, addTimescale } from './commands/timescale.ts';
import { exitCodes } from './terminal/exit-code.ts';

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

const makeProgram = (): Command => {
  const program = new Command('trackrecord')
    .description(
      'Keeps a partnership’s action plan: every change an event, every past date one question away.',
    )
    .version('0.0.0')
    .showHelpAfterError('(add --help for what is accepted)')
    .exitOverride();
  groups.forEach(([heading, commands]) => {
    program.commandsGroup(heading);
    commands.forEach((add) => {
      add(program);
    });
  });
  return program;
};

/** Usage errors end with 2; help and version with 0. */
const exitCodeOfParsing = (error: CommanderError): number =>
  error.exitCode === 0 ? exitCodes.done : exitCodes.usage;

/** Runs one command line; the exit code is set on the process. */
export const runProgram = async (argv: ReadonlyArray<string>): Promise<void> => {
  try {
    await makeProgram().parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    process.exitCode = exitCodeOfParsing(thrown);
  }
};
