import {
  type AccessId,
  type PartyId,
  token,
  tokenDigest,
  tokenExists,
  type TokenName,
  tokenName,
  tokenParty,
  tokenRevoked,
  tokenRole,
} from '@trackrecord/domain';
import type { LocalDate, Sha256, Values } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Grant } from './account-state.ts';

/** A token, as its own stream holds it. */
export type TokenState = Readonly<{
  id: AccessId;
  name: TokenName;
  grant: Grant;
  party: PartyId;
  digest: Sha256;
  /** Since when no program gets in with it; `null` while one does. */
  revokedOn: LocalDate | null;
}>;

/** Reads a token from a cut through its stream; `none` where there is none, or it is an account's. */
export const tokenStateOf = (id: AccessId, cut: Values): O.Option<TokenState> =>
  pipe(
    O.Do,
    O.chainFirst(() => tokenExists.of(cut, token)),
    O.bind('name', () => tokenName.of(cut, token)),
    O.bind('held', () => tokenRole.of(cut, token)),
    O.bind('party', () => tokenParty.of(cut, token)),
    O.bind('digest', () => tokenDigest.of(cut, token)),
    O.map(({ name, held: { role, plan }, party, digest }) => ({
      id,
      name,
      grant: { role, plan: plan ?? null },
      party,
      digest,
      revokedOn: O.isSome(tokenRevoked.of(cut, token))
        ? O.toNullable(tokenRevoked.since(cut, token))
        : null,
    })),
  );
