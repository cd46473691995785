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

/** The shell that this process was started from. Its clock is the machine's: nobody can set it for a log. */
export const processShell = (): Shell => ({
  terminal: processTerminal(),
  environment: process.env,
  clock: systemClock(),
  end: (exitCode) => {
    process.exitCode = exitCode;
  },
});
