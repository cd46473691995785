import { CarryActionsForward, isThere, type PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, missing } from '../../failure.ts';
import { ofField } from '../../failure-field.ts';
import { endOfTime } from '../../questions/load-directory.ts';
import { streamOf } from '../../streams.ts';
import type { Writable } from '../../trackrecord.ts';
import { loadStream } from '../../carrying-out/load-stream.ts';
import { lookupActionId } from '../lookup-action-id.ts';
import type { MakeOrders, OnPlan } from '../making-orders.ts';

/** A plan that is there on no date yet can carry nothing on. */
const existingSuccessor = (deps: Writable, into: PlanId): TE.TaskEither<Failure, PlanId> =>
  pipe(
    loadStream(deps.log, streamOf('plan', into), endOfTime),
    TE.filterOrElse(
      ({ state }) => isThere(state.cut, 'plan'),
      () =>
        missing(
          `There is no plan "${into}" to carry the actions into: import or register it first.`,
          'into',
        ),
    ),
    TE.map(() => into),
  );

/** Ends a plan and names the successor into which actions are carried forward, by their refs. */
export const carryForwardOrder =
  (into: PlanId, refs: ReadonlyArray<string>): MakeOrders<OnPlan> =>
  ({ deps, plan, state }) =>
    pipe(
      existingSuccessor(deps, into),
      TE.chainEitherK(() =>
        pipe(
          refs,
          E.traverseArray((ref) => lookupActionId(state, ref)),
          E.mapLeft(ofField('actions')),
        ),
      ),
      TE.map((actions) => CarryActionsForward.of({ plan, into, actions })),
    );
