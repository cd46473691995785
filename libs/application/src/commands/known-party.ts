import type { PartyId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing } from '../failure.ts';
import { ofField } from '../failure-field.ts';
import type { Writable } from '../trackrecord.ts';
import { lookupParty } from './parties.ts';

/** The party of a name or an id, who must be known; `field` is where they were named. */
export const knownParty = (
  deps: Writable,
  nameOrId: string,
  field: string,
): E.Either<Failure, PartyId> =>
  pipe(
    lookupParty(deps)(nameOrId),
    E.chain(E.fromNullable(missing(`Nobody is known as "${nameOrId}".`))),
    E.mapLeft(ofField(field)),
  );
