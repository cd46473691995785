import type { PartyId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { ofField } from '../failure-field.ts';
import type { Writable } from '../trackrecord.ts';
import type { Said } from '../carrying-out/circumstances.ts';
import { existingParty } from './existing-party.ts';
import { type Named, partyNamed } from './parties.ts';

/** Somebody as a command names them: by id, who is known then, or by a name that may be new. */
export type Whom = Readonly<{ _tag: 'ById'; id: PartyId }> | (Readonly<{ _tag: 'ByName' }> & Named);

/** The party that is meant, registered first where the name is new; `field` is where they were named. */
export const partyOf =
  (deps: Writable, said: Said, field: string) =>
  (whom: Whom): TE.TaskEither<Failure, PartyId> =>
    pipe(
      whom._tag === 'ById'
        ? existingParty(deps, whom.id)
        : partyNamed(deps)(whom, said.effectiveOn, said),
      TE.mapLeft(ofField(field)),
    );
