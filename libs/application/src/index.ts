/**
 * What people do with Trackrecord: commands carried out against the log, questions answered from the views.
 * Holds the ports that the engines, the clock and the rest of the outside fit into.
 */
export * from './commands/carry-out.ts';
export * from './commands/load-stream.ts';
export * from './commands/parties.ts';
export * from './failure.ts';
export * from './ports/clock.ts';
export * from './ports/event-log.ts';
export * from './ports/ids.ts';
export * from './ports/views.ts';
export * from './questions/load-directory.ts';
export * from './streams.ts';
export * from './trackrecord.ts';
