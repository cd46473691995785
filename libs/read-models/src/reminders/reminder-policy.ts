import { plan, type ReminderPolicy, reminderPolicy } from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';

/**
 * How a plan asks that has said nothing: a week before an update is due, the day after, a week and two weeks after
 * that, then every four weeks; on working days in England, from nine, one message a person. After two weeks whoever
 * helps with the action is asked too, after three the plan's manager, after six its sponsor where one is named.
 */
export const defaultPolicy: ReminderPolicy = {
  paused: false,
  daysBefore: [7],
  daysAfter: [1, 8, 15],
  thenEvery: 28,
  escalation: { support: 14, manager: 21, sponsor: 42 },
  quiet: { weekends: true, holidays: 'England' },
  at: '09:00',
  form: 'digest',
};

/** How a plan asks for updates that are due, by its cut. */
export const policyOf = (cut: Values): ReminderPolicy =>
  O.getOrElse(() => defaultPolicy)(reminderPolicy.of(cut, plan));
