import { type AddCommand, example } from './command.ts';
import { addLogCompare } from './log-compare.ts';
import { addLogCopy } from './log-copy.ts';
import { addLogStatus } from './log-status.ts';

/** What is done with the log itself, in a file or in a cluster. */
export const addLog: AddCommand = (program, shell) => {
  const log = program
    .command('log')
    .helpCommand(false)
    .description('the log itself: how it stands, copying it, comparing two')
    .addHelpText('after', example('trackrecord log status'));
  [addLogStatus, addLogCopy, addLogCompare].forEach((add) => {
    add(log, shell);
  });
};
