import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, openPlan } from '../guards.ts';
import type { NotFound, NotOwned, PlanIsClosed } from '../refusals.ts';
import { PartyId, Ref } from '../words.ts';
import { actionOwner } from './fields.ts';
import { OwnerReleased } from './owner-released.ts';

/** Ends somebody’s ownership of an action. */
export const ReleaseOwner = defineCommand('ReleaseOwner', t.type({ action: Ref, party: PartyId }));

export type ReleaseOwnerRefusal = PlanIsClosed | NotFound | NotOwned;

export const releaseOwner: DecideOn<typeof ReleaseOwner, ReleaseOwnerRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => existing(state, 'action', asked.action)),
      E.filterOrElseW(
        (subject) => O.isSome(actionOwner.of(state.cut, subject, asked.party)),
        () => ({ _tag: 'NotOwned' as const, ...asked }),
      ),
      E.map(() => [OwnerReleased.of(asked)]),
    );
