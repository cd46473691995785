import { IndicatorId, type PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, missing } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { planAnswer } from '../questions/plan-answer.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';

/** An indicator of a plan by its code, its title or its id. */
export const lookupIndicator = (
  deps: Readable,
  plan: PlanId,
  named: string,
): E.Either<Failure, IndicatorId> =>
  pipe(
    resolveQuestion(deps)(plan, { asOf: endOfTime }),
    E.chain(planAnswer(deps)),
    E.chain(({ indicators }) => {
      const wanted = named.toLowerCase();
      const found = indicators.find(({ id, code, title }) =>
        [id, code, title].some((name) => name?.toLowerCase() === wanted),
      )?.id;
      return IndicatorId.is(found)
        ? E.right(found)
        : E.left(
            missing(
              `The plan uses no indicator "${named}"; it uses: ${indicators.map(({ code, title }) => code ?? title).join(', ')}.`,
              'indicator',
            ),
          );
    }),
  );
