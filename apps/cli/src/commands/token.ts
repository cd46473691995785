import { type AddCommand, example } from './command.ts';
import { addTokenCreate } from './token-create.ts';
import { addTokenList } from './token-list.ts';
import { addTokenRevoke } from './token-revoke.ts';

/** What lets programs in. */
export const addToken: AddCommand = (program, shell) => {
  const token = program
    .command('token')
    .helpCommand(false)
    .description('tokens that let programs in, each with one role')
    .addHelpText('after', example('trackrecord token list'));
  [addTokenCreate, addTokenList, addTokenRevoke].forEach((add) => {
    add(token, shell);
  });
};
