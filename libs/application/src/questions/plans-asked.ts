import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** The plans that were ever spoken of, also those whose import was undone. */
export const listPlanIds = ({
  views,
}: Pick<Readable, 'views'>): E.Either<Failure, ReadonlyArray<PlanId>> =>
  pipe(
    views.listStreams('plan'),
    E.bimap(storage, (streams) => streams.map(idIn).filter(PlanId.is)),
  );

/** The plans that a question is about: one, or all. */
export const plansAsked = (
  deps: Pick<Readable, 'views'>,
  plan: PlanId | undefined,
): E.Either<Failure, ReadonlyArray<PlanId>> =>
  plan === undefined ? listPlanIds(deps) : E.right([plan]);
