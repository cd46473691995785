import { noteOrder } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { parseText } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

export const addNote: AddCommand = (program, shell) => {
  withChanging(program.command('note <plan> <ref> <text>').description('add a note on progress'))
    .addHelpText(
      'after',
      example('trackrecord note harbour 14 "Two schools have signed" --by "A. Manager"'),
    )
    .action((plan: string, ref: string, text: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.map(noteOrder)(parseText('The note', text))),
      ),
    );
};
