import { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { isSeen, type PlansSeen } from './partnerships-answer.ts';

/** The plans, of those that are seen, that ever named a party by any of its spellings. */
export const plansNaming = (
  { views }: Pick<Readable, 'views'>,
  spellings: ReadonlySet<string>,
  seen: PlansSeen,
): E.Either<Failure, ReadonlyArray<PlanId>> =>
  pipe(
    [...spellings],
    E.traverseArray((id) => views.listStreamsNaming('plan', id)),
    E.bimap(storage, (streams) =>
      [...new Set(streams.flat())]
        .map(idIn)
        .filter(PlanId.is)
        .filter((plan) => isSeen(seen, plan)),
    ),
  );
