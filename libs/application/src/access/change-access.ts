import {
  type AccessId,
  type AccessOrder,
  decideAccess,
  plan as planItself,
  type PlanId,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { carryOut, type Done } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import { type Failure, missing, storage } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';

/** Carries orders on one account or token out, all or none. */
export const changeAccess = (
  deps: Writable,
  id: AccessId,
  orders: ReadonlyArray<AccessOrder>,
  said: Said,
): TE.TaskEither<Failure, Done> =>
  carryOut(deps)({
    stream: streamOf('access', id),
    decide: decideAccess,
    circumstances: circumstancesOf(deps, said),
    steps: () => E.right(orders.map((order) => ({ order }))),
  });

/**
 * A plan that there is or was; `undefined` stands for every plan. A role on a plan that is misspelt is worth nothing.
 * @param wanted what the plan is wanted for, to say so where there is none: "give a role on"
 */
export const existingPlanOrAll = (
  { views }: Writable,
  plan: PlanId | undefined,
  wanted = 'give a role on',
): TE.TaskEither<Failure, PlanId | undefined> =>
  plan === undefined
    ? TE.right(undefined)
    : pipe(
        views.catchUp(),
        TE.chainEitherK((knownAt) =>
          views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }, planItself),
        ),
        TE.mapLeft(storage),
        TE.filterOrElse(
          (cut) => cut.size > 0,
          () => missing(`There is no plan "${plan}" to ${wanted}.`, 'plan'),
        ),
        TE.map(() => plan),
      );
