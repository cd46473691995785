import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { plan, reminderPolicy } from './fields.ts';
import { ReminderPolicy } from './reminder-policy.ts';

export const ReminderPolicySet = defineEvent({
  type: 'ReminderPolicySet',
  summary: 'How the plan asks for updates that are due was set.',
  data: t.type({ policy: ReminderPolicy }),
  says: ({ policy }) => [reminderPolicy.says(plan, policy)],
  example: {
    policy: {
      paused: false,
      daysBefore: [7],
      daysAfter: [1, 8, 15],
      thenEvery: 28,
      escalation: { support: 14, manager: 21, sponsor: 42 },
      quiet: { weekends: true, holidays: 'England' },
      at: '09:00',
      form: 'digest',
      manager: 'p-4c1f',
    },
  },
});
