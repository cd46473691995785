import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AccountIsClosed, NotRegistered } from '../refusals.ts';
import { existingAccount, standingOf } from './access-guards.ts';
import { AccountClosed } from './account-closed.ts';

/** Closes an account; that an administrator is left is for who carries it out. */
export const CloseAccount = defineCommand('CloseAccount', t.type({}));

export type CloseAccountRefusal = NotRegistered | AccountIsClosed;

export const closeAccount: DecideOn<typeof CloseAccount, CloseAccountRefusal, AccessBody> =
  (state) => () =>
    pipe(
      existingAccount(state),
      E.filterOrElseW(
        () => !standingOf(state).isClosed || standingOf(state).sinceToday,
        (): AccountIsClosed => ({ _tag: 'AccountIsClosed' }),
      ),
      E.map(() => [AccountClosed.of({})]),
    );
