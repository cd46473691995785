/**
 * What people do with Trackrecord: commands carried out against the log, questions answered from the views.
 * Holds the ports that the engines, the clock and the rest of the outside fit into.
 */
export * from './access/accounts.ts';
export * from './access/accounts-answer.ts';
export * from './access/capability.ts';
export * from './access/contact-address.ts';
export * from './access/owned-actions.ts';
export * from './access/passwords.ts';
export type * from './access/principal.ts';
export * from './access/principals.ts';
export * from './access/tokens.ts';
export * from './access/tokens-answer.ts';
export { carryOut, type Command, doneBefore, type Done } from './carrying-out/carry-out.ts';
export * from './carrying-out/carry-out-as.ts';
export * from './commands/bringing-in.ts';
export * from './commands/change-plan.ts';
export * from './commands/existing-party.ts';
export * from './commands/changed.ts';
export * from './commands/hold-review.ts';
export * from './commands/known-party.ts';
export * from './carrying-out/load-stream.ts';
export type { LoadedStream, Streams } from './carrying-out/loaded-stream.ts';
export * from './commands/lookup-indicator.ts';
export * from './commands/making-orders.ts';
export * from './commands/merge-parties.ts';
export * from './commands/new-ref.ts';
export * from './commands/orders/answer-order.ts';
export * from './commands/orders/ask-order.ts';
export * from './commands/orders/assign-order.ts';
export * from './commands/orders/cadence-order.ts';
export * from './commands/orders/carry-forward-order.ts';
export * from './commands/orders/close-order.ts';
export * from './commands/orders/close-plan-order.ts';
export * from './commands/orders/move-order.ts';
export * from './commands/orders/no-change-order.ts';
export * from './commands/orders/note-order.ts';
export * from './commands/change-party.ts';
export * from './commands/orders/policy-order.ts';
export * from './commands/orders/rate-order.ts';
export * from './commands/orders/release-order.ts';
export * from './commands/orders/reopen-order.ts';
export * from './commands/orders/retract-order.ts';
export * from './commands/orders/reword-order.ts';
export * from './commands/orders/scale-order.ts';
export * from './commands/orders/timescale-order.ts';
export * from './commands/orders/undo-import-order.ts';
export * from './commands/orders/waive-order.ts';
export * from './commands/orders/withdraw-order.ts';
export * from './commands/parties.ts';
export * from './commands/record-observation.ts';
export * from './carrying-out/remembering-streams.ts';
export type { Whom } from './commands/whom.ts';
export * from './describe-failure.ts';
export * from './failure.ts';
export * from './failure-field.ts';
export * from './ports/clock.ts';
export * from './ports/event-log.ts';
export * from './ports/ids.ts';
export * from './ports/views.ts';
export * from './questions/load-directory.ts';
export * from './questions/load-parties.ts';
export * from './streams.ts';
export * from './trackrecord.ts';
export * from './carrying-out/circumstances.ts';
export * from './commands/import-as.ts';
export * from './commands/import-document.ts';
export * from './commands/planned-changes.ts';
export * from './commands/preview-undo.ts';
export * from './commands/taken-back.ts';
export * from './ports/importable.ts';
export * from './questions/question.ts';
export * from './questions/read-question.ts';
export * from './questions/resolve-question.ts';
export { accessFields } from './questions/access-sources.ts';
export * from './questions/audit-trail-answer.ts';
export * from './questions/changes-answer.ts';
export * from './questions/field-words.ts';
export * from './questions/first-date-of.ts';
export * from './questions/history-answer.ts';
export * from './questions/lines-between.ts';
export * from './questions/last-change-of.ts';
export * from './questions/naming.ts';
export { debtsIn, type OwedAnswer } from './questions/debts-in.ts';
export * from './questions/owed-answer.ts';
export * from './questions/parties-answer.ts';
export * from './questions/plan-answer.ts';
export * from './questions/plans-answer.ts';
export * from './questions/register-in-words.ts';
export * from './commands/existing-plan.ts';
export * from './commands/lookup-action-id.ts';
export * from './commands/partnerships.ts';
export * from './questions/action-answer.ts';
export * from './questions/action-in-plan.ts';
export * from './questions/action-details.ts';
export * from './questions/indicator-answers.ts';
export * from './carrying-out/rehearsal.ts';
export * from './carrying-out/rehearsed.ts';
export * from './waiting/remembering-tail.ts';
export * from './waiting/token.ts';
export * from './waiting/wait-for.ts';
export * from './webhooks/load-webhooks.ts';
export type * from './webhooks/news.ts';
export * from './webhooks/news-in.ts';
export type { OneCommand } from './webhooks/news-words.ts';
export * from './webhooks/webhook-address.ts';
export * from './webhooks/webhooks.ts';
export * from './webhooks/webhooks-answer.ts';
export * from './moving/compare-answers.ts';
export * from './moving/compare-events.ts';
export * from './moving/copy-log.ts';
export type { EventDifference } from './moving/event-difference.ts';
export type { Clocks, TrailAsked } from './questions/trail-filter.ts';
export { mostLines, type TrailPaging } from './questions/trail-paging.ts';
export * from './questions/rating-history-answer.ts';
export * from './questions/indicator-answer.ts';
export * from './questions/reviews-answer.ts';
export * from './questions/partnerships-answer.ts';
export type { PlanSummary } from './questions/plan-summary.ts';
export * from './questions/party-answer.ts';
export type { AskedOfParty, OwnedAction, PartyInPlan } from './questions/party-in-plan.ts';
export * from './questions/indicators-answer.ts';
export * from './questions/directory-answer.ts';
export {
  addressesAt,
  noAddresses,
  type PageAddresses,
} from './questions/calendar/calendar-entries.ts';
export { planCalendar } from './questions/calendar/plan-calendar.ts';
export { partyCalendar } from './questions/calendar/party-calendar.ts';
export type * from './ports/calendar-writer.ts';
export * from './reminders/answer-by-link.ts';
export type { AskedAnswer, MessageAnswer } from './reminders/asked-answer.ts';
export * from './reminders/asked-on-plan.ts';
export type { AnsweredWith } from './reminders/answered-with.ts';
export * from './reminders/due-reminder.ts';
export { linkDays } from './reminders/digest-of.ts';
export { remindersDue } from './reminders/foresee.ts';
export type { LinkDesk, LinkParty } from './reminders/found-link.ts';
export type { LastWords } from './reminders/last-words.ts';
export { againDays } from './reminders/links-again.ts';
export type { PlanSituation } from './reminders/load-situation.ts';
export * from './reminders/open-link.ts';
export * from './reminders/letter-again.ts';
export {
  messageAnswer,
  type MessageInFull,
  type MessageStep,
  type WhichMessage,
} from './reminders/message-answer.ts';
export * from './reminders/messages-today.ts';
export type { NotNow } from './reminders/plan-run.ts';
export * from './reminders/own-day.ts';
export * from './reminders/policy-answer.ts';
export * from './reminders/preview-policy.ts';
export * from './reminders/punctuality-answer.ts';
export * from './reminders/quiet-days.ts';
export * from './reminders/record-run.ts';
export type { Reminded } from './reminders/day-of-plan.ts';
export * from './reminders/remind.ts';
export * from './reminders/time-zones.ts';
export * from './reminders/reminder-streams.ts';
export {
  type RemindersAnswer,
  remindersAnswer,
  type RemindersAsked,
  type RunAnswer,
} from './reminders/reminders-answer.ts';
export * from './reminders/reminding.ts';
export * from './reminders/send-link-again.ts';
export * from './reminders/stop-by-link.ts';
export { longestSending_minutes, mostAttempts } from './reminders/send-message.ts';
export type * from './ports/bank-holidays.ts';
export type * from './ports/letter-writer.ts';
export type * from './ports/mailer.ts';
export type * from './ports/signed-links.ts';
