import type { AccessId, PlanId, Role, TokenName } from '@trackrecord/domain';
import { token, tokenDigest } from '@trackrecord/domain';
import type { Instant, LocalDate } from '@trackrecord/kernel';
import type { TokenState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing, storage } from '../failure.ts';
import type { AssertionRecord } from '../ports/views.ts';
import { loadParties } from '../questions/load-parties.ts';
import { type NamedParty, namedParty } from '../questions/naming.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { accessDate, loadTokens } from './load-access.ts';

/** A token as it stands today; nothing of its secret. */
export type TokenAnswer = Readonly<{
  id: AccessId;
  name: TokenName;
  role: Role;
  /** `null`: every plan. */
  plan: PlanId | null;
  /** For whom the program acts. */
  party: NamedParty;
  issuedBy: NamedParty;
  issuedOn: LocalDate;
  recordedAt: Instant;
  /** Since when it is revoked; `null` while programs get in with it. */
  revokedOn: LocalDate | null;
}>;

type Issued = Readonly<{ state: TokenState; record: AssertionRecord }>;

/** A token with the record of its issue, which every token has. */
const issued =
  ({ views }: Readable) =>
  (state: TokenState): E.Either<Failure, Issued> =>
    pipe(
      views.head(),
      E.chain((head) =>
        views.recordsOf(streamOf('access', state.id), head, {
          subject: token,
          field: tokenDigest.name,
        }),
      ),
      E.mapLeft(storage),
      E.chain(([record]) =>
        record === undefined
          ? E.left(missing(`Nothing says who issued the token ${state.id}.`))
          : E.right({ state, record }),
      ),
    );

const inOrderOfIssue = (a: Issued, b: Issued): number => a.record.ordinal - b.record.ordinal;

/** Every token, revoked ones too, in the order in which they were issued. */
export const tokensAnswer = (deps: Readable): E.Either<Failure, ReadonlyArray<TokenAnswer>> =>
  pipe(
    E.Do,
    E.bind('tokens', () =>
      pipe(loadTokens(deps, accessDate(deps)), E.chain(E.traverseArray(issued(deps)))),
    ),
    E.bind('directory', ({ tokens }) =>
      loadParties(
        deps,
        tokens.flatMap(({ state, record }) => [state.party, record.recordedBy.party]),
      ),
    ),
    E.map(({ tokens, directory }) =>
      tokens.toSorted(inOrderOfIssue).map(({ state, record }) => ({
        id: state.id,
        name: state.name,
        ...state.grant,
        party: namedParty(directory)(state.party),
        issuedBy: namedParty(directory)(record.recordedBy.party),
        issuedOn: record.effectiveOn,
        recordedAt: record.recordedAt,
        revokedOn: state.revokedOn,
      })),
    ),
  );
