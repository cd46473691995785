/**
 * What people do with Trackrecord: commands carried out against the log, questions answered from the views.
 * Holds the ports that the engines, the clock and the rest of the outside fit into.
 */
export * from './access/capability.ts';
export * from './access/owned-actions.ts';
export type * from './access/principal.ts';
export * from './commands/carry-out.ts';
export * from './commands/load-stream.ts';
export * from './commands/parties.ts';
export * from './describe-failure.ts';
export * from './failure.ts';
export * from './failure-field.ts';
export * from './ports/clock.ts';
export * from './ports/event-log.ts';
export * from './ports/ids.ts';
export * from './ports/views.ts';
export * from './questions/load-directory.ts';
export * from './streams.ts';
export * from './trackrecord.ts';
export * from './commands/circumstances.ts';
export * from './commands/import-document.ts';
export * from './ports/importable.ts';
export * from './questions/question.ts';
export * from './questions/read-question.ts';
export * from './questions/resolve-question.ts';
export * from './questions/changes-answer.ts';
export * from './questions/field-words.ts';
export * from './questions/first-date-of.ts';
export * from './questions/history-answer.ts';
export * from './questions/naming.ts';
export * from './questions/owed-answer.ts';
export * from './questions/parties-answer.ts';
export * from './questions/plan-answer.ts';
export * from './questions/plans-answer.ts';
export * from './questions/register-in-words.ts';
export * from './commands/existing-plan.ts';
export * from './commands/lookup-action-id.ts';
export * from './commands/partnerships.ts';
export * from './questions/action-answer.ts';
export * from './questions/indicator-answers.ts';
export * from './commands/rehearsed.ts';
export * from './waiting/remembering-tail.ts';
export * from './waiting/token.ts';
export * from './waiting/wait-for.ts';
export * from './moving/compare-answers.ts';
export * from './moving/compare-events.ts';
export * from './moving/copy-log.ts';
export type { EventDifference } from './moving/event-difference.ts';
