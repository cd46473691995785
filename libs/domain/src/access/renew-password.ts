import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AccountIsClosed, NotRegistered } from '../refusals.ts';
import { Ref } from '../words.ts';
import { openAccount } from './access-guards.ts';
import { PasswordRenewal } from './fields.ts';
import { PasswordRenewed } from './password-renewed.ts';

/** Says that an account has another password; the password itself is kept elsewhere, where it can be forgotten. */
export const RenewPassword = defineCommand(
  'RenewPassword',
  t.type({ password: Ref, how: PasswordRenewal }),
);

export type RenewPasswordRefusal = NotRegistered | AccountIsClosed;

export const renewPassword: DecideOn<typeof RenewPassword, RenewPasswordRefusal, AccessBody> =
  (state) => (asked) =>
    pipe(
      openAccount(state),
      E.map(() => [PasswordRenewed.of(asked)]),
    );
