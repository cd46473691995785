import {
  type Capability,
  endOfTime,
  type Failure,
  loadDirectory,
  mayNot,
  mayOn,
  mayOnTheirs,
  notAuthorised,
  owns,
  partiesOf,
  type Principal,
  storage,
  streamOf,
} from '@trackrecord/application';
import { lookupActionByRef, PlanId } from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';
import { listActions } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Visitor } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';

/** What a route's path names: a plan, an action of it. */
export type Named = Readonly<{ plan?: string | undefined; ref?: string | undefined }>;

type Desked = Pick<Desk, 'views'>;

/** Whether somebody may do something on a plan, or on every plan where none is named. Nobody may do nothing. */
export const canOn = (visitor: Visitor, capability: Capability, plan: PlanId | null): boolean =>
  visitor._tag === 'Known' && mayOn(visitor.principal, capability, plan);

/** Whether somebody may do something on some plan at least: what navigation shows. */
export const hasAnywhere =
  (capability: Capability) =>
  (visitor: Visitor): boolean =>
    visitor._tag === 'Known' &&
    visitor.principal.grants.some(({ plan }) => mayOn(visitor.principal, capability, plan));

/** Which action of a plan is meant, as known now; `undefined` for what is not there. */
type Which = (cut: Values) => string | undefined;

/** Whether an action is theirs, as known now; what is not there is for the route itself to say. */
const isTheirs = (
  desk: Desked,
  { party }: Principal,
  plan: PlanId,
  which: Which,
): E.Either<Failure, boolean> =>
  pipe(
    E.Do,
    E.bind('knownAt', () => E.mapLeft(storage)(desk.views.head())),
    E.bind('cut', ({ knownAt }) =>
      E.mapLeft(storage)(desk.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt })),
    ),
    E.bind('directory', () => loadDirectory(desk)),
    E.map(({ cut, directory }) => {
      const id = which(cut);
      const action = listActions(cut).find((one) => one.id === id);
      return action === undefined || owns(partiesOf(directory, party), action);
    }),
  );

const notTheirs = (called: string): Failure =>
  notAuthorised(
    `${called} is not yours: you may update the actions that you or your organisation lead or support, or are asked about. The plan’s manager can change who owns it.`,
  );

const mayUpdateWhich = (
  desk: Desked,
  principal: Principal,
  plan: PlanId,
  which: Which,
  called: string,
): TE.TaskEither<Failure, null> => {
  if (mayOn(principal, 'update', plan)) return TE.right(null);
  if (!mayOnTheirs(principal, 'update', plan)) return TE.left(mayNot('update', plan));
  return pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => isTheirs(desk, principal, plan, which)),
    TE.chainEitherK((theirs) => (theirs ? E.right(null) : E.left(notTheirs(called)))),
  );
};

/** Whether somebody may update the action that has a ref now: everything of the plan, or what is theirs. */
export const mayUpdate = (
  desk: Desked,
  principal: Principal,
  plan: PlanId,
  ref: string,
): TE.TaskEither<Failure, null> =>
  mayUpdateWhich(
    desk,
    principal,
    plan,
    (cut) => O.toUndefined(lookupActionByRef(cut)(ref)),
    `Action ${ref}`,
  );

/**
 * The same of an action by its id, for a command that has found it: on the date of a change a ref may mean another
 * action than it does now, which is all that the guard can know.
 */
export const mayUpdateById =
  (desk: Desked, visitor: Visitor, plan: PlanId) =>
  (id: string): TE.TaskEither<Failure, null> =>
    visitor._tag === 'Nobody'
      ? TE.left(notAuthorised('Sign in first.'))
      : mayUpdateWhich(
          desk,
          visitor.principal,
          plan,
          () => id,
          'The action that had this number then',
        );

/**
 * Whether a visitor may ask what a route answers. Whether a plan is there at all is not told to those who may not
 * see it: they are refused for any name alike.
 */
export const mayAsk =
  (desk: Desked) =>
  (
    { may }: Pick<Route, 'may'>,
    visitor: Visitor,
    { plan, ref }: Named,
  ): TE.TaskEither<Failure, null> => {
    if (may === 'anyone') return TE.right(null);
    if (visitor._tag === 'Nobody') return TE.left(notAuthorised('Sign in first.'));
    if (may === 'signed in') return TE.right(null);
    const { principal } = visitor;
    // A name that no plan can have is answered as one that is not there, to those who may see every plan.
    const named = PlanId.is(plan) ? plan : null;
    if (may === 'update' && named !== null && ref !== undefined)
      return mayUpdate(desk, principal, named, ref);
    return mayOn(principal, may, named) ? TE.right(null) : TE.left(mayNot(may, named));
  };
