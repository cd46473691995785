import { type PlanId, PlanId as PlanIdCodec } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { accessDate, loadAccounts } from '../access/load-access.ts';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import type { Look } from './load-situation.ts';

/** What all plans are looked at by, as the views know it now. */
export const look = (deps: Readable): E.Either<Failure, Look> =>
  pipe(
    E.Do,
    E.bind('ordinal', () => E.mapLeft(storage)(deps.views.head())),
    E.bind('accounts', () => loadAccounts(deps, accessDate(deps))),
  );

/** The plans that a question is about: one, or all. */
export const plansAsked = (
  { views }: Pick<Readable, 'views'>,
  plan: PlanId | undefined,
): E.Either<Failure, ReadonlyArray<PlanId>> =>
  plan === undefined
    ? pipe(
        views.listStreams('plan'),
        E.bimap(storage, (streams) => streams.map(idIn).filter(PlanIdCodec.is)),
      )
    : E.right([plan]);
