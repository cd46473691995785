import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openAction, openPlan } from '../guards.ts';
import type { ActionNotOpen, IntoItself, NotFound } from '../refusals.ts';
import { PlanId, Ref } from '../words.ts';
import { ActionsCarriedForward } from './actions-carried-forward.ts';
import { PlanClosed } from './plan-closed.ts';

/** Names the successor into which open actions are carried forward, and which; the plan ends by it. `plan` is the one that is asked. */
export const CarryActionsForward = defineCommand(
  'CarryActionsForward',
  t.type({ plan: PlanId, into: PlanId, actions: t.readonlyArray(Ref) }),
);

export type CarryActionsForwardRefusal = NotFound | ActionNotOpen | IntoItself;

export const carryActionsForward: DecideOn<
  typeof CarryActionsForward,
  CarryActionsForwardRefusal,
  PlanBody
> =
  (state) =>
  ({ plan, into, actions }) =>
    pipe(
      into === plan ? E.left<IntoItself>({ _tag: 'IntoItself', what: 'plan' }) : E.right(actions),
      E.chainW(E.traverseArray((action) => openAction(state, action))),
      E.map(() => [
        ActionsCarriedForward.of({ into, actions: [...new Set(actions)] }),
        // A plan that has ended keeps the date on which it did.
        ...(E.isRight(openPlan(state)) ? [PlanClosed.of({})] : []),
      ]),
    );
