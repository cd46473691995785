/** What the engines, the clock and the rest of the outside must be to fit into the application. */
export * from './clock.ts';
export * from './event-log.ts';
export * from './ids.ts';
export * from './views.ts';
export * from './importable.ts';
