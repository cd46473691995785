import { type Failure, invalid, rateOrder } from '@trackrecord/application';
import { ratingSaid } from '@trackrecord/documents';
import type { Rating } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeAction } from './change-command.ts';
import { type AddCommand, example } from './command.ts';

/** A rating as people write it, in any case: "red", "A", "on track"; "none" takes it away. */
export const parseRating = (words: string): E.Either<Failure, Rating | undefined> =>
  E.mapLeft((message: string) => invalid(message, 'rating'))(ratingSaid(words));

export const addRate: AddCommand = (program, shell) => {
  withChanging(
    program.command('rate <plan> <ref> <rating>').description('give an action a rating, or none'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord rate harbour 14 Red --on-word-of "I. Farrow" --why "No site yet"',
        'trackrecord rate harbour 14 none --why "Rated by mistake"',
      ),
    )
    .action((plan: string, ref: string, words: string, options: ChangingOptions) =>
      runCommand(shell, options.json, () =>
        changeAction(shell, { plan, ref }, options, E.map(rateOrder)(parseRating(words))),
      ),
    );
};
