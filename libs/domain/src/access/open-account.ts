import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { freeAccess } from './access-guards.ts';
import { AccountOpened } from './account-opened.ts';
import { SignInName } from './sign-in-name.ts';

/** Gives a person an account; that nobody else has the name to sign in with is for who carries it out. */
export const OpenAccount = defineCommand(
  'OpenAccount',
  t.type({ party: PartyId, signInName: SignInName }),
);

export type OpenAccountRefusal = AlreadyRegistered;

export const openAccount: DecideOn<typeof OpenAccount, OpenAccountRefusal, AccessBody> =
  (state) => (asked) =>
    pipe(
      freeAccess(state),
      E.map(() => [AccountOpened.of(asked)]),
    );
