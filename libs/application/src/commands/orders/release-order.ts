import { actionOwner, PartyId, type PlanOrder, ReleaseOwner, subjectOf } from '@trackrecord/domain';
import { canonicalParty, nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../../failure.ts';
import { loadParties } from '../../questions/load-parties.ts';
import { knownParty } from '../known-party.ts';
import type { MakeOrders, OnAction } from '../making-orders.ts';

/** An owner may have been assigned under a spelling that was merged into another since: any of them is meant. */
const releasing =
  ({ deps, state, action }: OnAction) =>
  (party: PartyId): E.Either<Failure, ReadonlyArray<PlanOrder>> => {
    const owners = actionOwner
      .membersOf(state.cut, subjectOf('action', action))
      .map(({ id }) => id);
    return pipe(
      loadParties(deps, [party, ...owners]),
      E.chain((directory): E.Either<Failure, ReadonlyArray<PlanOrder>> => {
        const canonical = canonicalParty(directory);
        const meant = owners.filter(PartyId.is).filter((id) => canonical(id) === canonical(party));
        return meant.length === 0
          ? E.left({
              _tag: 'Refused',
              refusal: { _tag: 'NotOwned', action, party: nameOf(directory)(party) },
              step: 0,
            })
          : E.right(meant.map((one) => ReleaseOwner.of({ action, party: one })));
      }),
    );
  };

/** Ends an ownership of an action. */
export const releaseOrder =
  (nameOrId: string): MakeOrders<OnAction> =>
  (on) =>
    pipe(knownParty(on.deps, nameOrId, 'owner'), E.chain(releasing(on)), TE.fromEither);
