import { type AccessId, PartyId } from '@trackrecord/domain';
import type { Sha256 } from '@trackrecord/kernel';
import { canonicalParty, nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { Failure } from '../failure.ts';
import { loadParties } from '../questions/load-parties.ts';
import type { Readable } from '../trackrecord.ts';
import { accessDate, loadAccount, loadToken } from './load-access.ts';
import type { Principal } from './principal.ts';

type Found = E.Either<Failure, O.Option<Principal>>;

/** A principal by the name that their party goes by now, through every merger. */
const named =
  (deps: Readable) =>
  (found: O.Option<Omit<Principal, 'name'>>): Found =>
    pipe(
      found,
      O.match(
        () => E.right<Failure, O.Option<Principal>>(O.none),
        (somebody) =>
          pipe(
            loadParties(deps, [somebody.party]),
            E.map((directory) => {
              const party = canonicalParty(directory)(somebody.party);
              return O.some({
                ...somebody,
                party: PartyId.is(party) ? party : somebody.party,
                name: nameOf(directory)(party),
              });
            }),
          ),
      ),
    );

/** Who acts when an account does; `none` for an account that is closed today, or that there is not. */
export const principalOfAccount =
  (deps: Readable) =>
  (id: AccessId): Found =>
    pipe(
      loadAccount(deps, id, accessDate(deps)),
      E.map(O.filter(({ status }) => status === 'open')),
      E.map(
        O.map(({ party, grants, signInName }) => ({
          party,
          grants,
          credential: { _tag: 'Account' as const, account: id, signInName },
        })),
      ),
      E.chain(named(deps)),
    );

/** Whether two digests are one, in a time that tells nothing of where they differ. */
const agree = (a: Sha256, b: Sha256): boolean =>
  Array.from(a).reduce(
    (difference, digit, place) => difference | (digit.charCodeAt(0) ^ b.charCodeAt(place)),
    0,
  ) === 0;

/**
 * For whom a program with a token acts: with the token's one role, and no other that they have.
 * `none` for a token that is revoked today, that there is not, or whose secret has another digest.
 * @param digest the SHA-256 of the secret that the program showed
 */
export const principalOfToken =
  (deps: Readable) =>
  (id: AccessId, digest: Sha256): Found =>
    pipe(
      loadToken(deps, id, accessDate(deps)),
      E.map(O.filter((token) => agree(token.digest, digest) && token.revokedOn === null)),
      E.map(
        O.map(({ party, grant, name }) => ({
          party,
          grants: [grant],
          credential: { _tag: 'Token' as const, token: id, name },
        })),
      ),
      E.chain(named(deps)),
    );
