import {
  cadenceOrder,
  carryForwardOrder,
  closePlanOrder,
  type Failure,
  invalid,
  scaleOrder,
} from '@trackrecord/application';
import { type CadenceByRating, notRated, Rating } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type ChangingOptions, withChanging } from '../arguments/changing.ts';
import { parsePlanId } from '../arguments/parse.ts';
import { runCommand } from '../terminal/run-command.ts';
import { changeWholePlan } from './change-command.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';
import { parseRating } from './rate.ts';

const change = (
  shell: Shell,
  plan: string,
  options: ChangingOptions,
  parsed: Parameters<typeof changeWholePlan>[3],
): Promise<void> =>
  runCommand(shell, options.json, () => changeWholePlan(shell, plan, options, parsed));

const parseMonths = (text: string): E.Either<Failure, number> =>
  /^\d{1,3}$/u.test(text)
    ? E.right(Number(text))
    : E.left(invalid(`"${text}" is no number of months; accepted are 1 to 24.`));

const ratedMonths = /^(?<rating>[^=]+)=(?<months>\d{1,3})$/u;

/** "Red=1": a rating, or "not rated", and its months. */
const parseRated = (text: string): E.Either<Failure, readonly [string, number]> => {
  const { rating, months } = ratedMonths.exec(text)?.groups ?? {};
  return rating === undefined
    ? E.left(
        invalid(
          `"${text}" is no rating with its months; accepted are such as Red=1, "Not rated=2".`,
        ),
      )
    : pipe(
        parseRating(rating.trim()),
        E.map((found) => [found ?? notRated, Number(months)]),
      );
};

/** What is said by rating; `undefined` where nothing is. */
const parseByRating = (
  said: ReadonlyArray<string>,
): E.Either<Failure, CadenceByRating | undefined> =>
  pipe(
    said,
    E.traverseArray(parseRated),
    E.map((pairs) => (pairs.length === 0 ? undefined : Object.fromEntries(pairs))),
  );

type Cadence = ChangingOptions & Readonly<{ rating?: ReadonlyArray<string> }>;

export const addCadence: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('cadence <plan> <months>')
      .description('how often each action is to be updated, in calendar months')
      .option(
        '--rating <rating=months>',
        'of one rating otherwise, 0 for never; say it for each',
        (one: string, before?: ReadonlyArray<string>): ReadonlyArray<string> => [
          ...(before ?? []),
          one,
        ],
      ),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord cadence harbour 2',
        'trackrecord cadence harbour 2 --rating Red=1 --rating Green=3',
      ),
    )
    .action((plan: string, months: string, options: Cadence) =>
      change(
        shell,
        plan,
        options,
        pipe(
          E.Do,
          E.bind('every', () => parseMonths(months)),
          E.bind('byRating', () => parseByRating(options.rating ?? [])),
          E.map(({ every, byRating }) => cadenceOrder(every, byRating)),
        ),
      ),
    );
};

const parseScale = (words: ReadonlyArray<string>): E.Either<Failure, ReadonlyArray<Rating>> =>
  pipe(
    words,
    E.traverseArray((word) =>
      Rating.is(word)
        ? E.right(word)
        : E.left(invalid(`"${word}" can be no rating: accepted are words such as Red or On hold.`)),
    ),
  );

export const addScale: AddCommand = (program, shell) => {
  withChanging(
    program.command('scale <plan> <ratings...>').description('the ratings that a plan uses'),
  )
    .addHelpText('after', example('trackrecord scale harbour Red Amber Green Complete'))
    .action((plan: string, ratings: ReadonlyArray<string>, options: ChangingOptions) =>
      change(shell, plan, options, E.map(scaleOrder)(parseScale(ratings))),
    );
};

export const addClosePlan: AddCommand = (program, shell) => {
  withChanging(
    program.command('close-plan <plan>').description('end a plan: nothing is owed on it any more'),
  )
    .addHelpText('after', example('trackrecord close-plan harbour --effective-on 2028-12-31'))
    .action((plan: string, options: ChangingOptions) =>
      change(shell, plan, options, E.right(closePlanOrder)),
    );
};

type Into = ChangingOptions & Readonly<{ into: string }>;

export const addCarryForward: AddCommand = (program, shell) => {
  withChanging(
    program
      .command('carry-forward <plan> [refs...]')
      .description('end a plan and name the successor into which actions are carried forward')
      .requiredOption('--into <plan>', 'the successor'),
  )
    .addHelpText('after', example('trackrecord carry-forward harbour 3 14 --into harbour-2029'))
    .action((plan: string, refs: ReadonlyArray<string>, options: Into) =>
      change(
        shell,
        plan,
        options,
        pipe(
          parsePlanId(options.into),
          E.map((into) => carryForwardOrder(into, refs)),
        ),
      ),
    );
};
