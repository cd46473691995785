import {
  type Failure,
  indicatorAnswer,
  type IndicatorInFull,
  missing,
} from '@trackrecord/application';
import { IndicatorId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { AskedPlan } from '../asked-plan.ts';

const kept = keptAnswers<IndicatorInFull>(128);

/** One indicator of a plan that was asked for, on the same dates. */
export const indicatorOf = (
  desk: Desk,
  { resolved, key }: AskedPlan,
  named: string,
): E.Either<Failure, IndicatorInFull> =>
  IndicatorId.is(named)
    ? kept(desk, JSON.stringify([key, named]), () => indicatorAnswer(desk)(resolved, named))
    : E.left(
        missing(
          `The plan has no indicator “${named.slice(0, 80)}”. It lists those it uses.`,
          'indicator',
        ),
      );
