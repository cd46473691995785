import {
  type Circumstances,
  decideReminders,
  type PlanId,
  type ReminderOrder,
} from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
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
