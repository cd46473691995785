import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openPlan } from '../guards.ts';
import type { DaysNotInOrder, PlanIsClosed, PolicySendsNothing } from '../refusals.ts';
import { ReminderPolicy } from './reminder-policy.ts';
import { ReminderPolicySet } from './reminder-policy-set.ts';

/** Sets how the plan asks for updates that are due. */
export const SetReminderPolicy = defineCommand(
  'SetReminderPolicy',
  t.type({ policy: ReminderPolicy }),
);

export type SetReminderPolicyRefusal = PlanIsClosed | PolicySendsNothing | DaysNotInOrder;

const inOrder = (days: ReadonlyArray<number>): boolean =>
  days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0));

const given = (days: ReadonlyArray<number | undefined>): ReadonlyArray<number> =>
  days.filter((day) => day !== undefined);

/** What is wrong with a policy by itself; whether it suits the plan, its preview tells. */
export const faultInPolicy = (
  policy: ReminderPolicy,
): PolicySendsNothing | DaysNotInOrder | undefined => {
  const { paused, daysBefore, daysAfter, thenEvery, escalation } = policy;
  const { support, manager, sponsor } = escalation;
  if (!inOrder(daysBefore)) return { _tag: 'DaysNotInOrder', field: 'daysBefore' };
  if (!inOrder(daysAfter)) return { _tag: 'DaysNotInOrder', field: 'daysAfter' };
  if (!inOrder(given([support, manager, sponsor])))
    return { _tag: 'DaysNotInOrder', field: 'escalation' };
  return !paused && daysBefore.length + daysAfter.length === 0 && thenEvery === undefined
    ? { _tag: 'PolicySendsNothing' }
    : undefined;
};

export const setReminderPolicy: DecideOn<
  typeof SetReminderPolicy,
  SetReminderPolicyRefusal,
  PlanBody
> = (state) => (asked) => {
  const fault = faultInPolicy(asked.policy);
  return fault === undefined
    ? E.map(() => [ReminderPolicySet.of(asked)])(openPlan(state))
    : E.left(fault);
};
