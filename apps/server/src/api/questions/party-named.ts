import { type Failure, invalid, lookupParty, type Writable } from '@trackrecord/application';
import type { PartyId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** Somebody whom a query names by id or by name, where it does; nobody of that name is a mistake in it. */
export const partyNamed = (
  deps: Writable,
  named: string | undefined,
  parameter: string,
): E.Either<Failure, PartyId | undefined> =>
  named === undefined
    ? E.right(undefined)
    : pipe(
        lookupParty(deps)(named),
        E.chain(
          E.fromNullable(
            invalid(`${parameter}: nobody is known as "${named.slice(0, 80)}".`, parameter),
          ),
        ),
      );
