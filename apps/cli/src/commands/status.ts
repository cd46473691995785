import {
  closeOrder,
  type MakeOrders,
  type OnAction,
  reopenOrder,
  withdrawOrder,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

const statusCommand =
  (name: string, description: string, order: MakeOrders<OnAction>): AddCommand =>
  (program, shell) => {
    withChanging(program.command(`${name} <plan> <ref>`).description(description))
      .addHelpText('after', example(`trackrecord ${name} harbour 14 --why "Agreed by the board"`))
      .action((plan: string, ref: string, options: ChangingOptions) =>
        runCommand(shell, options.json, () =>
          changeAction(shell, { plan, ref }, options, E.right(order)),
        ),
      );
  };

export const addClose = statusCommand('close', 'close an action that is done', closeOrder);

export const addReopen = statusCommand(
  'reopen',
  'open a closed or withdrawn action again',
  reopenOrder,
);

export const addWithdraw = statusCommand(
  'withdraw',
  'withdraw an action that will not be done',
  withdrawOrder,
);
