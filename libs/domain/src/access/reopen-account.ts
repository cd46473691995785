import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AccountIsOpen, NotRegistered } from '../refusals.ts';
import { existingAccount, standingOf } from './access-guards.ts';
import { AccountReopened } from './account-reopened.ts';

/** Opens a closed account again: whoever has it has the roles that it had. */
export const ReopenAccount = defineCommand('ReopenAccount', t.type({}));

export type ReopenAccountRefusal = NotRegistered | AccountIsOpen;

export const reopenAccount: DecideOn<typeof ReopenAccount, ReopenAccountRefusal, AccessBody> =
  (state) => () =>
    pipe(
      existingAccount(state),
      E.filterOrElseW(
        () => standingOf(state).isClosed || standingOf(state).sinceToday,
        (): AccountIsOpen => ({ _tag: 'AccountIsOpen' }),
      ),
      E.map(() => [AccountReopened.of({})]),
    );
