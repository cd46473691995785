import { decidePlan, type PlanId, type PlanOrder, type Ref, type Text } from '@trackrecord/domain';
import type { CommandId } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { calledBy, ofAction } from '../failure-field.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { type Author, carryOutAs, type StepOf } from '../carrying-out/carry-out-as.ts';
import { type Changed, changedBy } from './changed.ts';
import { existingPlan } from './existing-plan.ts';
import { existingAction, lookupActionId } from './lookup-action-id.ts';
import { type MakeOrders, type OnAction, type OnPlan, ordersIn } from './making-orders.ts';

/** Which plan is to be changed, and by whom; `commandId` as in `CommandAs`. */
export type Change = Readonly<{ plan: PlanId; author: Author; commandId?: CommandId | undefined }>;

/** What is to happen to one action: the orders, and a reason of its own where it has one. */
export type ActionChange = Readonly<{
  /** The ref that the action has as of the author's date; what it is called where its id is given. */
  ref: string;
  /** The action's id, where somebody looked at it: on the author's date its ref may have been another's. */
  id?: string | undefined;
  /** Whether it may be changed, by its id: which action a ref means on a date is known no sooner. */
  may?: ((action: Ref) => TE.TaskEither<Failure, unknown>) | undefined;
  make: MakeOrders<OnAction>;
  why?: Text | undefined;
}>;

type Steps = ReadonlyArray<StepOf<PlanOrder>>;

type MakeSteps = (on: OnPlan) => TE.TaskEither<Failure, Steps>;

const changed =
  (deps: Writable) =>
  ({ plan, author, commandId }: Change, ref: string | null, make: MakeSteps) =>
    pipe(
      carryOutAs(deps)({
        author,
        stream: () => streamOf('plan', plan),
        decide: decidePlan,
        commandId,
        steps: (making) =>
          pipe(
            TE.fromEither(existingPlan(plan, making.state)),
            TE.chain(() => make({ ...making, plan })),
          ),
      }),
      TE.chainEitherK((done) => changedBy(deps)({ plan, ref }, done)),
    );

const stepsOf =
  ({ ref, id, may = () => TE.right(null), make, why }: ActionChange): MakeSteps =>
  (on) =>
    pipe(
      TE.fromEither(
        id === undefined ? lookupActionId(on.state, ref) : existingAction(on.state, id, ref),
      ),
      TE.chainFirst(may),
      TE.chain((action) => make({ ...on, action })),
      TE.map((made) =>
        ordersIn(made).map((order) => (why === undefined ? { order } : { order, why })),
      ),
    );

const ofSeveral =
  (change: ActionChange): MakeSteps =>
  (on) =>
    pipe(
      stepsOf(change)(on),
      TE.bimap(ofAction(change.ref), (steps) =>
        steps.map((step) => ({ ...step, ref: change.ref })),
      ),
    );

/** Changes a plan itself: what `make` gives is carried out as one, on the plan as of the author's date. */
export const changePlan =
  (deps: Writable) =>
  ({
    make,
    ...change
  }: Change & Readonly<{ make: MakeOrders<OnPlan> }>): TE.TaskEither<Failure, Changed> =>
    changed(deps)(change, null, (on) =>
      pipe(
        make(on),
        TE.map((made) => ordersIn(made).map((order) => ({ order }))),
      ),
    );

/** Changes one action of a plan. */
export const changeAction =
  (deps: Writable) =>
  ({
    ref,
    id,
    may,
    make,
    why,
    ...change
  }: Change & ActionChange): TE.TaskEither<Failure, Changed> =>
    pipe(
      changed(deps)(change, ref, stepsOf({ ref, id, may, make, why })),
      TE.mapLeft(calledBy(ref)),
    );

/**
 * Changes several actions of a plan as one command, each with a reason of its own: all of it is recorded, or none.
 * A failure that is about one of them names it in `ref`. No actions are nothing new.
 */
export const changeActions =
  (deps: Writable) =>
  ({
    actions,
    ...change
  }: Change & Readonly<{ actions: ReadonlyArray<ActionChange> }>): TE.TaskEither<
    Failure,
    Changed
  > =>
    changed(deps)(change, null, (on) =>
      pipe(
        actions,
        TE.traverseSeqArray((one) => ofSeveral(one)(on)),
        TE.map((steps) => steps.flat()),
      ),
    );
