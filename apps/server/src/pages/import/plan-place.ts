import { endOfTime, type Failure, storage, streamOf } from '@trackrecord/application';
import { isThere, plan as planItself, PlanId, planTitle } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import type { ImportPlace } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { noSuchPlan } from '../no-such-plan.ts';

/** The plan that an import is about, whether or not it is there. */
export type PlanPlace = Omit<ImportPlace, 'plan'> & Readonly<{ plan: PlanId; head: Ordinal }>;

/** A plan as it stands on whatever date: a document may be of one before it, or long after. */
export const placeOfPlan =
  (desk: Desk, { visitor }: Pick<Exchange, 'visitor'>) =>
  (plan: PlanId): TE.TaskEither<Failure, PlanPlace> =>
    pipe(
      desk.views.catchUp(),
      TE.bindTo('head'),
      TE.bind('cut', ({ head }) =>
        TE.fromEither(
          desk.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt: head }, planItself),
        ),
      ),
      TE.bimap(storage, ({ head, cut }) => ({
        plan,
        head,
        title: isThere(cut, planItself)
          ? O.getOrElse((): string => plan)(planTitle.of(cut, planItself))
          : null,
        may: { audit: canOn(visitor, 'audit', plan), manage: canOn(visitor, 'manage', plan) },
      })),
    );

/** The plan that the path names. */
export const placeNamed =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, PlanPlace> => {
    const named = exchange.params['plan'];
    return PlanId.is(named) ? placeOfPlan(desk, exchange)(named) : TE.left(noSuchPlan(named ?? ''));
  };

/** As `placeNamed`, where the plan has to be there. */
export const standingPlace =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, PlanPlace> =>
    pipe(
      placeNamed(desk)(exchange),
      TE.filterOrElse(
        ({ title }) => title !== null,
        ({ plan }) => noSuchPlan(plan),
      ),
    );
