import {
  describeFailure,
  type DueReminder,
  type Failure,
  invalid,
  messagesToday,
  remind,
  remindersDue,
  type Round,
  type TodaysMessage,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type CommonOptions, withCommon, withData } from '../arguments/asking.ts';
import { optional, parseDate, parsePlanId } from '../arguments/parse.ts';
import { dueText, sentText } from '../reports/reminder-text.ts';
import { type Output, runCommand } from '../terminal/run-command.ts';
import { bankHolidays } from '../wiring/bank-holidays.ts';
import { openToRead, openToWrite } from '../wiring/open-data.ts';
import { remindingOn } from '../wiring/reminding-on.ts';
import type { Shell } from '../wiring/shell.ts';
import { type AddCommand, example } from './command.ts';

type Options = CommonOptions & Readonly<{ dryRun?: boolean; asOf?: string }>;

/** What would go out, on another day too: nothing leaves, and nothing is recorded. */
const foreseen = (
  shell: Shell,
  plan: PlanId | undefined,
  options: Options,
): TE.TaskEither<Failure, Output> =>
  pipe(
    TE.fromEither(optional(options.asOf, (text) => parseDate('--as-of', text))),
    TE.bindTo('on'),
    TE.bind('holidays', () => bankHolidays),
    TE.chain(({ on, holidays }) =>
      withData(shell, openToRead, options, (deps) =>
        TE.fromEither(remindersDue({ ...deps, bankHolidays: holidays })({ plan, on })),
      ),
    ),
    TE.map((due: ReadonlyArray<DueReminder>) => ({ json: due, text: dueText(due) })),
  );

const failuresOf = (shell: Shell, { failures }: Round): void => {
  failures.forEach(({ plan, failure }) => {
    shell.terminal.err(`trackrecord: ${plan}: ${describeFailure(failure)}`);
  });
};

type Gone = Readonly<{ round: Round; messages: ReadonlyArray<TodaysMessage> }>;

/** One round in earnest: whatever is due by now leaves. */
const sent = (
  shell: Shell,
  plan: PlanId | undefined,
  options: Options,
): TE.TaskEither<Failure, Output> =>
  pipe(
    withData(shell, openToWrite, options, (deps) =>
      remindingOn(shell, options, deps, (reminding) =>
        pipe(
          remind(reminding, { only: plan }),
          TE.bindTo('round'),
          TE.bind('messages', () => TE.fromEither(messagesToday(deps)(plan))),
        ),
      ),
    ),
    TE.map(({ round, messages }: Gone) => {
      failuresOf(shell, round);
      return {
        json: messages,
        text: sentText(round, messages),
        ...(round.failures.length === 0 ? {} : { exitCode: 1 }),
      };
    }),
  );

/** A date without --dry-run would send what another day is to. */
const checked = ({ dryRun, asOf }: Options): E.Either<Failure, boolean> =>
  asOf !== undefined && dryRun !== true
    ? E.left(
        invalid('--as-of looks at another day, and sends nothing: say --dry-run with it.', 'asOf'),
      )
    : E.right(dryRun === true);

export const addRemind: AddCommand = (program, shell) => {
  withCommon(
    program
      .command('remind [plan]')
      .description('send the reminders that are due now; a server does so by itself')
      .option('--dry-run', 'only show what would go out')
      .option('--as-of <date>', 'on another day: with --dry-run'),
  )
    .addHelpText(
      'after',
      example(
        'trackrecord remind --dry-run',
        'trackrecord remind harbour --dry-run --as-of 2026-07-06',
      ),
    )
    .action((plan: string | undefined, options: Options) =>
      runCommand(shell, options.json, () =>
        pipe(
          E.Do,
          E.bind('id', () => optional(plan, parsePlanId)),
          E.bind('isDry', () => checked(options)),
          TE.fromEither,
          TE.chain(({ id, isDry }) => (isDry ? foreseen : sent)(shell, id, options)),
        ),
      ),
    );
};
