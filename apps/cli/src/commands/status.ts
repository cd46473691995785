import {
  CloseAction,
  type PlanOrder,
  type Ref,
  ReopenAction,
  WithdrawAction,
} from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

const statusCommand =
  (name: string, description: string, order: (action: Ref) => PlanOrder): AddCommand =>
  (program, shell) => {
    withChanging(program.command(`${name} <plan> <ref>`).description(description))
      .addHelpText('after', example(`trackrecord ${name} harbour 14 --why "Agreed by the board"`))
      .action((plan: string, ref: string, options: ChangingOptions) =>
        runCommand(shell, options.json, () =>
          changeAction(shell, { plan, ref }, options, ({ action }) => TE.right(order(action))),
        ),
      );
  };

export const addClose = statusCommand('close', 'close an action that is done', (action) =>
  CloseAction.of({ action }),
);

export const addReopen = statusCommand(
  'reopen',
  'open a closed or withdrawn action again',
  (action) => ReopenAction.of({ action }),
);

export const addWithdraw = statusCommand(
  'withdraw',
  'withdraw an action that will not be done',
  (action) => WithdrawAction.of({ action }),
);
