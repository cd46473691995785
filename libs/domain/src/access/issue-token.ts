import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import type { AlreadyRegistered, RoleOnEveryPlan } from '../refusals.ts';
import { freeAccess, grantable } from './access-guards.ts';
import { TokenIssued } from './token-issued.ts';

/** Gives a program a token; whoever asks has made its secret, and says no more of it than its digest. */
export const IssueToken = defineCommand('IssueToken', TokenIssued.data);

export type IssueTokenRefusal = AlreadyRegistered | RoleOnEveryPlan;

export const issueToken: DecideOn<typeof IssueToken, IssueTokenRefusal, AccessBody> =
  (state) => (asked) =>
    pipe(
      freeAccess(state),
      E.chainW(() => grantable(asked)),
      E.map(() => [TokenIssued.of(asked)]),
    );
