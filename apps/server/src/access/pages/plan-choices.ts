import { type Failure, plansAnswer, storage } from '@trackrecord/application';
import type { PlanChoice } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';

const keptPlans = keptAnswers<ReadonlyArray<PlanChoice>>(2);

/** The plans that a role can be given on. */
export const planChoices = (desk: Desk): TE.TaskEither<Failure, ReadonlyArray<PlanChoice>> =>
  pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK((head) => keptPlans(desk, String(head), () => plansAnswer(desk))),
  );
