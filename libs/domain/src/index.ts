/**
 * The domain: what a partnership's plan can hold, the events it lives by, and the decisions that make them.
 * Pure: time and ids arrive in the command; what each event says of registers stands beside it.
 */
export * from './words.ts';
export * from './rating.ts';
export * from './timescale.ts';
export * from './subjects.ts';
export * from './refusals.ts';
export * from './command.ts';
export * from './stream-state.ts';
export * from './guards.ts';
export * from './event/catalogue.ts';
export * from './event/define-event.ts';
export * from './event/domain-event.ts';
export * from './event/envelope.ts';
export * from './event/event-id-of.ts';
export * from './decide/circumstances.ts';
export * from './decide/decide-command.ts';
export * from './decide/decide-indicator.ts';
export * from './decide/decide-partnership.ts';
export * from './decide/decide-party.ts';
export * from './decide/decide-plan.ts';
export * from './decide/decide-review.ts';
export * from './plan/fields.ts';
export * from './structure/fields.ts';
export * from './target/fields.ts';
export * from './action/fields.ts';
export * from './indicator/fields.ts';
export * from './party/fields.ts';
export * from './review/fields.ts';
export * from './partnership/fields.ts';
export * from './action/action-guards.ts';
export * from './action/on-scale.ts';
export * from './action/open-requests.ts';
export * from './describe-refusal.ts';
