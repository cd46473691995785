import { PartyId } from '@trackrecord/domain';
import type { PartyState } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Importable, ImportedParty } from '../ports/importable.ts';
import type { Writable } from '../trackrecord.ts';
import { lookupParty } from './parties.ts';

/** For a preview: whom the log does not know yet gets an id that is not kept. */
export const provisional = (place: number): PartyId => {
  const id = `new-${place + 1}`;
  if (PartyId.is(id)) return id;
  throw new Error(`${id} is no party id`);
};

const stranger = ({ name, kind }: ImportedParty, place: number): PartyState => ({
  id: provisional(place),
  name,
  kind,
  mergedInto: null,
  organisations: [],
  address: null,
  addressAt: null,
  declines: false,
  boardRoles: [],
});

/** Whom a document names, with the ids that they have or will do with for a preview. */
export type Provisional = Readonly<{
  ids: ReadonlyMap<string, PartyId>;
  /** Those whom the log does not know yet. */
  strangers: ReadonlyArray<PartyState>;
}>;

export const provisionalParties = (
  deps: Writable,
  { parties }: Pick<Importable, 'parties'>,
): E.Either<Failure, Provisional> =>
  pipe(
    parties,
    E.traverseArray(({ name }) => lookupParty(deps)(name)),
    E.map((known) => ({
      ids: new Map(parties.map(({ name }, place) => [name, known[place] ?? provisional(place)])),
      strangers: parties.map(stranger).filter((_, place) => known[place] === undefined),
    })),
  );
