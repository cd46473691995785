import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed } from '../refusals.ts';
import { PartyId, Ref } from '../words.ts';
import { OwnerRole } from './fields.ts';
import { OwnerAssigned } from './owner-assigned.ts';

/** Makes a person or an organisation owner of an action. */
export const AssignOwner = defineCommand(
  'AssignOwner',
  t.type({ action: Ref, party: PartyId, role: OwnerRole }),
);

export type AssignOwnerRefusal = PlanIsClosed | NotFound | ActionNotOpen;

export const assignOwner: DecideOn<typeof AssignOwner, AssignOwnerRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openActionOfOpenPlan(state, asked.action),
      E.map(() => [OwnerAssigned.of(asked)]),
    );
