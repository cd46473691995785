import {
  type Circumstances,
  decideReminders,
  type PlanId,
  type ReminderOrder,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import type { Failure } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import { runStream } from './reminder-streams.ts';
import { trackrecord } from './reminding.ts';

/** Which day's run of which plan. */
export type Run = Readonly<{ plan: PlanId; on: LocalDate }>;

const byItself = (deps: Writable, effectiveOn: LocalDate): Circumstances =>
  circumstancesOf(deps, {
    by: trackrecord,
    channel: 'reminders',
    verified: true,
    effectiveOn,
  });

/**
 * Records something of a day's run.
 * @returns whether it was recorded: `false` where the run does not let it be by now, because somebody else was quicker
 */
export const recordOfRun =
  (deps: Writable, { plan, on }: Run, said?: Said) =>
  (...orders: ReadonlyArray<ReminderOrder>): TE.TaskEither<Failure, boolean> =>
    pipe(
      carryOut(deps)({
        stream: runStream(plan, on),
        decide: decideReminders,
        circumstances: said === undefined ? byItself(deps, on) : circumstancesOf(deps, said),
        steps: () => E.right(orders.map((order) => ({ order }))),
      }),
      TE.map(({ events }) => events.length > 0),
      TE.orElse((failure) =>
        failure._tag === 'Refused' && said === undefined ? TE.right(false) : TE.left(failure),
      ),
    );

/** So much is recorded at once: more would not fit into one append. */
const mostAtOnce = 500;

/**
 * Records things of a day's run that do not depend on each other: many at once; where another process was quicker with
 * some of them, what is left one by one.
 * @returns how many were recorded
 */
export const recordEachOfRun =
  (deps: Writable, run: Run) =>
  (orders: ReadonlyArray<ReminderOrder>): TE.TaskEither<Failure, number> => {
    const record = recordOfRun(deps, run);
    const oneByOne = TE.traverseSeqArray((order: ReminderOrder) => record(order));
    return pipe(
      RA.chunksOf(mostAtOnce)(orders),
      TE.traverseSeqArray((some) =>
        pipe(
          record(...some),
          TE.chain((recorded) =>
            recorded
              ? TE.right<Failure, number>(some.length)
              : pipe(
                  oneByOne(some),
                  TE.map((each) => each.filter((one) => one).length),
                ),
          ),
        ),
      ),
      TE.map((counts) => counts.reduce((sum, count) => sum + count, 0)),
    );
  };
