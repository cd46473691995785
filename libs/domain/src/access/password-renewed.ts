import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Ref } from '../words.ts';
import { account, accountPassword, PasswordRenewal } from './fields.ts';

export const PasswordRenewed = defineEvent({
  type: 'PasswordRenewed',
  summary:
    'An account has another password: given by whoever looks after accounts, or chosen by whoever has the account. ' +
    'Nothing of the password is in it; `password` only tells one renewal from the next.',
  data: t.type({ password: Ref, how: PasswordRenewal }),
  says: ({ password, how }) => [accountPassword.says(account, password, how)],
  example: { password: 'w-4f0c9a52-1d3e', how: 'given' },
});
