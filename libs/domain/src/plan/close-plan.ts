import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { PlanClosed } from './plan-closed.ts';

/** Ends a plan. */
export const ClosePlan = defineCommand('ClosePlan', t.type({}));

export type ClosePlanRefusal = never;

export const closePlan: DecideOn<typeof ClosePlan, ClosePlanRefusal, PlanBody> = () => () =>
  E.right([PlanClosed.of({})]);
