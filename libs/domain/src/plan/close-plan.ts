import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openPlan } from '../guards.ts';
import type { PlanIsClosed } from '../refusals.ts';
import { isClosedToday } from './closed-today.ts';
import { plan } from './fields.ts';
import { PlanClosed } from './plan-closed.ts';

/** Ends a plan. */
export const ClosePlan = defineCommand('ClosePlan', t.type({}));

export type ClosePlanRefusal = PlanIsClosed;

export const closePlan: DecideOn<typeof ClosePlan, ClosePlanRefusal, PlanBody> = (state) => () =>
  pipe(
    isClosedToday(state) ? E.right(plan) : openPlan(state),
    E.map(() => [PlanClosed.of({})]),
  );
