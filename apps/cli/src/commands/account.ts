import { addAccountAdd } from './account-add.ts';
import { addAccountHistory } from './account-history.ts';
import { addAccountList } from './account-list.ts';
import { addAccountPassword } from './account-password.ts';
import { addAccountGrant, addAccountRevoke } from './account-roles.ts';
import { addAccountClose, addAccountReopen } from './account-status.ts';
import { type AddCommand, example } from './command.ts';

/** Who can sign in to the server, and what they may do there. */
export const addAccount: AddCommand = (program, shell) => {
  const account = program
    .command('account')
    .helpCommand(false)
    .description('accounts that let people sign in to the server, and their roles')
    .addHelpText('after', example('trackrecord account list'));
  [
    addAccountAdd,
    addAccountList,
    addAccountHistory,
    addAccountGrant,
    addAccountRevoke,
    addAccountPassword,
    addAccountClose,
    addAccountReopen,
  ].forEach((add) => {
    add(account, shell);
  });
};
