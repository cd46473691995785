import { decideReview, HoldReview } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { planAnswer } from '../questions/plan-answer.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { carryOutAs } from '../carrying-out/carry-out-as.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Change } from './change-plan.ts';

/**
 * Records that the board reviewed a plan on the author's date, and at which ordinal it looked: the one that the
 * author says it is based on, else where the log stands. One review a plan and date: holding it twice says nothing new.
 */
export const holdReview =
  (deps: Writable) =>
  ({ plan, ...command }: Change): TE.TaskEither<Failure, Done> =>
    pipe(
      resolveQuestion(deps)(plan, {}),
      E.chainFirst(planAnswer(deps)),
      TE.fromEither,
      TE.chain(({ point }) =>
        carryOutAs(deps)({
          ...command,
          stream: ({ effectiveOn }) => streamOf('review', `${plan}-${effectiveOn}`),
          decide: decideReview,
          steps: ({ said: { effectiveOn: on, basedOn = point.knownAt } }) =>
            TE.right([{ order: HoldReview.of({ plan, on, ordinal: basedOn }) }]),
        }),
      ),
    );
