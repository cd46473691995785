/** What the engines, the clock and the rest of the outside must be to fit into the application. */
export * from './clock.ts';
export * from './event-log.ts';
export * from './ids.ts';
export * from './views.ts';
export * from './importable.ts';
export * from './mailer.ts';
export * from './letter-writer.ts';
export * from './signed-links.ts';
export * from './bank-holidays.ts';
export type * from './calendar-writer.ts';
