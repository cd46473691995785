import type { Clock } from '@trackrecord/application';
import { processTerminal, type Terminal } from '../terminal/terminal.ts';
import type { Environment } from './data-directory.ts';
import { systemClock } from './system-clock.ts';

/** Where a command runs: what it prints to, the environment and the clock that it reads, where its exit code goes. */
export type Shell = Readonly<{
  terminal: Terminal;
  environment: Environment;
  clock: Clock;
  end: (exitCode: number) => void;
}>;

/** The shell that this process was started from. */
export const processShell = (): Shell => ({
  terminal: processTerminal(),
  environment: process.env,
  clock: systemClock(process.env['TRACKRECORD_NOW']),
  end: (exitCode) => {
    process.exitCode = exitCode;
  },
});
