/**
 * The questions that a plan is asked, each a pure function of a cut: what it says, who owes an update,
 * what changed, who did what. No clock, no input or output: the views bring the cut.
 */
export * from './access/account-state.ts';
export * from './access/token-state.ts';
export * from './changes/changes-between.ts';
export * from './history/filter-in-words.ts';
export * from './history/history-answer.ts';
export * from './history/history-row.ts';
export * from './history/history-rows.ts';
export * from './history/history-sentence.ts';
export { spotInWords } from './history/spot-in-words.ts';
export { roleInWords } from './history/sentences/access-words.ts';
export { cadenceByRatingInWords } from './history/sentences/cadence-in-words.ts';
export { policyInWords } from './history/sentences/policy-in-words.ts';
export * from './owed/cadence.ts';
export * from './owed/data-owed.ts';
export * from './owed/owed.ts';
export * from './owed/due-updates.ts';
export * from './parties/directory.ts';
export * from './parties/party-state.ts';
export * from './plan-state/action-state.ts';
export * from './plan-state/count-by-rating.ts';
export * from './plan-state/natural-order.ts';
export * from './plan-state/plan-facts.ts';
export * from './plan-state/plan-structure.ts';
export * from './words/uk-date-words.ts';
export * from './webhook/webhook-state.ts';
export { newsInWords } from './history/sentences/webhook-words.ts';
export * from './reminders/asked-so-far.ts';
export * from './reminders/asking-days.ts';
export * from './reminders/plan-messages.ts';
export * from './reminders/punctuality.ts';
export * from './reminders/reminder-policy.ts';
export * from './reminders/run-state.ts';
export * from './rating-history/rating-counts.ts';
export * from './rating-history/rating-stretches.ts';
export * from './indicators/compare-periods.ts';
export * from './indicators/read-period.ts';
export * from './indicators/indicator-state.ts';
export * from './parties/possible-duplicates.ts';
