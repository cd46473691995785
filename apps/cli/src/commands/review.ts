import {
  carryOut,
  circumstancesOf,
  planAnswer,
  rehearsed,
  resolveQuestion,
  streamOf,
} from '@trackrecord/application';
import { decideReview, HoldReview } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { withData } from '../arguments/asking.ts';
import { type ChangingOptions, saidBy, withChanging } from '../arguments/changing.ts';
import { parsePlanId } from '../arguments/parse.ts';
import { recordedWords } from '../reports/recorded-words.ts';
import { runCommand } from '../terminal/run-command.ts';
import { openToWrite } from '../wiring/open-data.ts';
import { type AddCommand, example } from './command.ts';

/** One review a plan and date: holding it twice says nothing new. */
const reviewStream = (plan: string, on: string) => streamOf('review', `${plan}-${on}`);

export const addReview: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('review <plan>')
      .description('record that the board reviewed the plan, and at which ordinal it looked'),
  )
    .addHelpText('after', example('trackrecord review harbour --effective-on 2025-06-30'))
    .action((plan: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        pipe(
          TE.fromEither(parsePlanId(plan)),
          TE.chain((id) =>
            withData(shell, openToWrite, options, (deps) =>
              pipe(
                TE.fromEither(pipe(resolveQuestion(deps)(id, {}), E.chainFirst(planAnswer(deps)))),
                TE.chain((question) =>
                  rehearsed(deps, (stage) =>
                    pipe(
                      saidBy(shell, stage, options),
                      TE.chain((said) =>
                        carryOut(stage)({
                          stream: reviewStream(id, said.effectiveOn),
                          decide: decideReview,
                          circumstances: circumstancesOf(stage, said),
                          steps: () =>
                            E.right([
                              {
                                order: HoldReview.of({
                                  plan: id,
                                  on: said.effectiveOn,
                                  ordinal: said.basedOn ?? question.point.knownAt,
                                }),
                              },
                            ]),
                        }),
                      ),
                    ),
                  ),
                ),
              ),
            ),
          ),
          TE.map((done) => ({
            json: done,
            text: () => `Review ${recordedWords(done.ordinal)}.`,
          })),
        ),
      ),
    );
};
