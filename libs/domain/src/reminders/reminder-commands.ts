import { PlanReminders, planReminders } from './plan-reminders.ts';
import { RecordDelivery, recordDelivery } from './record-delivery.ts';
import { RenewAnswerLink, renewAnswerLink } from './renew-answer-link.ts';
import { RetryReminder, retryReminder } from './retry-reminder.ts';
import { RevokeAnswerLinks, revokeAnswerLinks } from './revoke-answer-links.ts';
import { SettleReminder, settleReminder } from './settle-reminder.ts';
import { StartSending, startSending } from './start-sending.ts';
import { WithdrawReminder, withdrawReminder } from './withdraw-reminder.ts';

/** Every command on a day's run of a plan's reminders: what each asks, and how it is decided. */
export const reminderCommands = {
  PlanReminders: { asks: PlanReminders, decide: planReminders },
  RecordDelivery: { asks: RecordDelivery, decide: recordDelivery },
  RenewAnswerLink: { asks: RenewAnswerLink, decide: renewAnswerLink },
  RetryReminder: { asks: RetryReminder, decide: retryReminder },
  RevokeAnswerLinks: { asks: RevokeAnswerLinks, decide: revokeAnswerLinks },
  SettleReminder: { asks: SettleReminder, decide: settleReminder },
  StartSending: { asks: StartSending, decide: startSending },
  WithdrawReminder: { asks: WithdrawReminder, decide: withdrawReminder },
};
