import { type ReminderPolicy, SetReminderPolicy } from '@trackrecord/domain';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { invalid } from '../../failure.ts';
import { isTimeZone } from '../../reminders/time-zones.ts';
import type { MakeOrders, OnPlan } from '../making-orders.ts';

/** Says how a plan asks for updates that are due; a zone that there is not would stop it from asking at all. */
export const policyOrder =
  (policy: ReminderPolicy): MakeOrders<OnPlan> =>
  () =>
    policy.timeZone === undefined || isTimeZone(policy.timeZone)
      ? TE.right(SetReminderPolicy.of({ policy }))
      : TE.left(
          invalid(
            `There is no time zone "${policy.timeZone}"; accepted are names such as Europe/London.`,
            'timeZone',
          ),
        );
