// The command line as a program that can be run in any shell: what journeys and benchmarks run in their
// own process. Users run `bin/trackrecord.js`.
export { listCommands, type ListedCommand } from './list-commands.ts';
export { runProgram } from './program.ts';
export { quietShell } from './wiring/quiet-shell.ts';
export type { Shell } from './wiring/shell.ts';
export { systemClock } from './wiring/system-clock.ts';
