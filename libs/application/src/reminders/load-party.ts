import type { PartyId } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import { type PartyState, partyStateOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** A party as known at an ordinal; `undefined` where it was not registered by then. */
export const loadParty = (
  { views }: Pick<Readable, 'views'>,
  id: PartyId,
  knownAt: Ordinal,
): E.Either<Failure, PartyState | undefined> =>
  pipe(
    views.cutOf(streamOf('party', id), { asOf: endOfTime, knownAt }),
    E.bimap(storage, (cut) => O.toUndefined(partyStateOf(id, cut))),
  );
