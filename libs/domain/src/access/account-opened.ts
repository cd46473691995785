import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId } from '../words.ts';
import {
  account,
  accountExists,
  accountParty,
  accountSignInName,
  accountStatus,
} from './fields.ts';
import { SignInName } from './sign-in-name.ts';

export const AccountOpened = defineEvent({
  type: 'AccountOpened',
  summary: 'A person was given an account to sign in with.',
  data: t.type({ party: PartyId, signInName: SignInName }),
  says: ({ party, signInName }) => [
    accountExists.says(account, true),
    accountParty.says(account, party),
    accountSignInName.says(account, signInName),
    accountStatus.says(account, 'open'),
  ],
  example: { party: 'p-4c1f', signInName: 'm.reed' },
});
