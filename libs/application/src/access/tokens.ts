import {
  type AccessId,
  IssueToken,
  type PartyId,
  RevokeToken,
  type RoleOnPlan,
  TokenName,
} from '@trackrecord/domain';
import type { Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Said } from '../carrying-out/circumstances.ts';
import { existingParty } from '../commands/existing-party.ts';
import { type Failure, invalid } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import { changeAccess, existingPlanOrAll } from './change-access.ts';

/** A token to be: what people call it, its one role, for whom its program acts, and its secret's SHA-256. */
export type NewToken = Readonly<{
  name: string;
  role: RoleOnPlan;
  party: PartyId;
  digest: Sha256;
}>;

const parsedName = (name: string): E.Either<Failure, TokenName> =>
  TokenName.is(name)
    ? E.right(name)
    : E.left(
        invalid(
          `"${name}" is no name for a token; accepted are 1 to 80 characters on one line, such as "Quarterly figures".`,
          'name',
        ),
      );

/** Gives a program a token; its secret stays with whoever asked. */
export const issueToken =
  (deps: Writable) =>
  (
    { name, role, party, digest }: NewToken,
    said: Said,
  ): TE.TaskEither<Failure, Done & Readonly<{ token: AccessId }>> =>
    pipe(
      TE.fromEither(parsedName(name)),
      TE.chainFirst(() => existingParty(deps, party)),
      TE.chainFirst(() => existingPlanOrAll(deps, role.plan)),
      TE.chain((called) => {
        const token = deps.ids.accessId();
        const order = IssueToken.of({ name: called, ...role, party, digest });
        return pipe(
          changeAccess(deps, token, [order], said),
          TE.map((done) => ({ ...done, token })),
        );
      }),
    );

/** Revokes a token for good. */
export const revokeToken =
  (deps: Writable) =>
  (token: AccessId, said: Said): TE.TaskEither<Failure, Done> =>
    changeAccess(deps, token, [RevokeToken.of({})], said);
