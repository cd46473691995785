import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { inOrder } from '../guards.ts';
import type { DatesBackwards } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { PlanPeriodSet } from './plan-period-set.ts';

/** Sets the period that a plan is for. */
export const SetPlanPeriod = defineCommand('SetPlanPeriod', t.type({ period: Timescale }));

export type SetPlanPeriodRefusal = DatesBackwards;

export const setPlanPeriod: DecideOn<typeof SetPlanPeriod, SetPlanPeriodRefusal, PlanBody> =
  () =>
  ({ period }) =>
    pipe(
      inOrder(period),
      E.map(() => [PlanPeriodSet.of({ period })]),
    );
