import { type AccessId, type PasswordRenewal, RenewPassword } from '@trackrecord/domain';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Said } from '../carrying-out/circumstances.ts';
import { newRef } from '../commands/new-ref.ts';
import type { Failure } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import { changeAccess } from './change-access.ts';

/**
 * Records that an account has another password, and from whom; nothing of the password. It is recorded before the
 * password counts: one that nobody recorded would be worse than one that was recorded and then could not be kept.
 */
export const renewPassword =
  (deps: Writable, how: PasswordRenewal) =>
  (account: AccessId, said: Said): TE.TaskEither<Failure, Done> =>
    changeAccess(deps, account, [RenewPassword.of({ password: newRef(deps, 'w'), how })], said);
