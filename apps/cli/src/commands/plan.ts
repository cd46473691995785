import { type Failure, invalid, type PlanAnswer, planAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type AskingOptions, askPlan, withAsking } from '../arguments/asking.ts';
import { planSummaryText } from '../reports/plan-summary-text.ts';
import { planText } from '../reports/plan-text.ts';
import { runCommand } from '../terminal/run-command.ts';
import { type AddCommand, example } from './command.ts';
import { parseRating } from './rate.ts';

type Options = AskingOptions & Readonly<{ rating?: string; summary?: boolean }>;

/** Only the actions of one rating; the counts stay those of the whole plan. */
const onlyRated =
  (words: string | undefined) =>
  (answer: PlanAnswer): E.Either<Failure, PlanAnswer> => {
    if (words === undefined) return E.right(answer);
    const ratings = Object.keys(answer.counts.byRating);
    return pipe(
      parseRating(words),
      E.map((rating) => rating ?? notRated),
      E.filterOrElse(
        (rating) => ratings.includes(rating),
        (): Failure =>
          invalid(`--rating: the plan has no rating "${words}"; it has ${ratings.join(', ')}.`),
      ),
      E.map((wanted) => ({
        ...answer,
        actions: answer.actions.filter(({ rating }) => rating === wanted),
      })),
    );
  };

export const addPlan: AddCommand = (program, shell) => {
  withAsking(program.command('plan <plan>').description('what a plan says, on any date'))
    .option('--rating <rating>', 'only actions with this rating')
    .option('--summary', 'only how many actions of each rating, by priority')
    .addHelpText(
      'after',
      example(
        'trackrecord plan harbour',
        'trackrecord plan harbour --as-of 2025-06-30 --known-at 2025-07-01',
        'trackrecord plan harbour --as-in plan-2025-q2.txt --rating Red',
      ),
    )
    .action((plan: string, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          askPlan(shell, plan, options, (deps, question) =>
            pipe(planAnswer(deps)(question), E.chain(onlyRated(options.rating))),
          ),
          TE.map((answer) => ({
            json: answer,
            text: options.summary === true ? planSummaryText(answer) : planText(answer),
          })),
        ),
      ),
    );
};
