import {
  type Asked,
  PlanReminders,
  type ReminderOrder,
  WithdrawReminder,
} from '@trackrecord/domain';
import {
  debtKey,
  planMessages,
  type ReminderMessage,
  type ReminderRun,
} from '@trackrecord/read-models';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { endedWhileSending } from './ended-while-sending.ts';
import type { PlanSituation } from './load-situation.ts';
import { quietBecause } from './quiet-days.ts';
import { recordEachOfRun, recordOfRun } from './record-run.ts';
import type { Foreseeing, Reminding } from './reminding.ts';
import { whatFits } from './what-fits.ts';

/** Why no run of a plan is planned now. */
export type NotNow =
  'paused' | 'plan closed' | 'quiet day' | 'too early' | 'ran already' | 'nothing to ask';

/** Why nothing of a plan goes out on the whole of a day. */
export const notOnDay = (
  { bankHolidays }: Pick<Foreseeing, 'bankHolidays'>,
  { policy, facts, today }: PlanSituation,
): Extract<NotNow, 'paused' | 'plan closed' | 'quiet day'> | undefined => {
  if (policy.paused) return 'paused';
  if (facts.status === 'closed') return 'plan closed';
  return quietBecause(policy, bankHolidays, today) === undefined ? undefined : 'quiet day';
};

/** Why no run of a plan is planned at this time of its day; "ran already" also where the clock went back. */
export const notNow = (deps: Foreseeing, situation: PlanSituation): NotNow | undefined => {
  const { policy, today, zone, lastRun } = situation;
  const why = notOnDay(deps, situation);
  if (why !== undefined) return why;
  if (lastRun !== null && lastRun.on >= today) return 'ran already';
  return deps.clock.local(deps.clock.now(), zone).time < policy.at ? 'too early' : undefined;
};

/** What was asked so far, and is still owed. */
export const stillAsked = ({ asked, dueKeys }: PlanSituation): ReadonlyArray<Asked> =>
  asked.filter((one) => dueKeys.has(debtKey(one)));

/** The messages of a plan's day. */
export const messagesOf = (situation: PlanSituation) =>
  planMessages({ ...situation, asked: stillAsked(situation) });

/** What has not left by the next run never does: its content is in that one. */
const closing = ({ message, state, items }: ReminderMessage): ReadonlyArray<ReminderOrder> => {
  const left = items.filter(({ withdrawn }) => withdrawn === null).map(({ item }) => item);
  switch (state.is) {
    case 'due':
    case 'deferred':
      return [
        WithdrawReminder.of({ message, items: left, why: 'it had not left by the next day’s run' }),
      ];
    case 'sending':
      return [endedWhileSending(message, state.attempt)];
    case 'sent':
    case 'failed':
    case 'bounced':
    case 'unknown':
    case 'withdrawn':
      return [];
  }
};

/** Ends the run before: whatever was to leave then and did not. A link that somebody asked for again is still to. */
export const closeRun = (reminding: Reminding, run: ReminderRun): TE.TaskEither<Failure, number> =>
  recordEachOfRun(
    reminding,
    run,
  )(run.messages.filter(({ linkAgain }) => linkAgain === null).flatMap(closing));

/**
 * Fixes what a plan asks of whom today, at the ordinal that the situation was looked at.
 * @returns whether this process did: `false` where there is nothing to ask, or another was quicker
 */
export const planRun = (
  reminding: Reminding,
  situation: PlanSituation,
): TE.TaskEither<Failure, boolean> => {
  const { plan, today: on, ordinal, unreachable } = situation;
  const asked = stillAsked(situation);
  const messages = whatFits({ messages: messagesOf(situation), asked, unreachable });
  return messages.length === 0
    ? TE.right(false)
    : recordOfRun(reminding, { plan, on })(
        PlanReminders.of({
          ...{ plan, on, ordinal, messages, unreachable },
          askedBefore: asked,
        }),
      );
};
