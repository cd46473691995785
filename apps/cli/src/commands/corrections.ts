import { type Failure, invalid, retractOrder, undoImportOrder } from '@trackrecord/application';
import { type Ordinal, readOrdinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeWholePlan } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

const parseOrdinal = (text: string): E.Either<Failure, Ordinal> =>
  E.fromNullable(invalid(`"${text}" is no ordinal; "trackrecord history" lists them.`, 'ordinals'))(
    readOrdinal(text),
  );

export const addRetract: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('retract <plan> <ordinals...>')
      .description('take back what was wrong: as known from now on it never held'),
  )
    .addHelpText('after', example('trackrecord retract harbour 412 --why "Meant action 15"'))
    .action((plan: string, ordinals: ReadonlyArray<string>, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeWholePlan(
          shell,
          plan,
          options,
          pipe(ordinals, E.traverseArray(parseOrdinal), E.map(retractOrder)),
        ),
      ),
    );
};

export const addUndoImport: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('undo-import <plan> <document>')
      .description('take back all that a document said; it can be imported again'),
  )
    .addHelpText('after', example('trackrecord undo-import harbour plan-2025-q2.txt'))
    .action((plan: string, document: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeWholePlan(shell, plan, options, E.right(undoImportOrder(document))),
      ),
    );
};
