import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { AlreadyRegistered } from '../refusals.ts';
import { PartnershipId, PlanId, Text, TimeZone } from '../words.ts';
import { plan } from './fields.ts';
import { PlanRegistered } from './plan-registered.ts';

/** Takes a plan into the log. */
export const RegisterPlan = defineCommand(
  'RegisterPlan',
  t.intersection([
    t.type({ plan: PlanId, title: Text, timeZone: TimeZone }),
    t.partial({ partnership: PartnershipId }),
  ]),
);

export type RegisterPlanRefusal = AlreadyRegistered;

export const registerPlan: DecideOn<typeof RegisterPlan, RegisterPlanRefusal, PlanBody> =
  (state) => (asked) =>
    isThere(state.cut, plan)
      ? E.left({ _tag: 'AlreadyRegistered', what: `plan ${asked.plan}` })
      : E.right([PlanRegistered.of(asked)]);
