import type { Clock, Ids, Pause } from '@trackrecord/application';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { processTerminal, type Terminal } from '../terminal/terminal.ts';
import type { Environment } from './data-directory.ts';
import { type OpenCluster, openCluster } from './open-cluster.ts';
import { randomIds } from './random-ids.ts';
import { systemClock } from './system-clock.ts';

/**
 * Where a command runs: what it prints to, what it reads (environment, clock, new ids), how it waits, how it opens a
 * cluster, how it is told to end, and where its exit code goes.
 */
export type Shell = Readonly<{
  terminal: Terminal;
  environment: Environment;
  clock: Clock;
  ids: Ids;
  pause: Pause;
  openCluster: OpenCluster;
  /** Aborted when a command that runs until it is told to end has to; to be asked for by such a command alone. */
  untilStopped: () => AbortSignal;
  end: (exitCode: number) => void;
}>;

/** Waits by the machine's timer. */
export const timedPause: Pause = (length_ms, signal) =>
  delay(length_ms, undefined, { signal }).catch(() => undefined);

/** Once somebody has asked, Ctrl-C and a polite kill no longer end the process at once; a second one does. */
const untilSignalled = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  void once(process, 'SIGINT').then(stop);
  void once(process, 'SIGTERM').then(stop);
  return stopping.signal;
};

/** The shell that this process was started from. Its clock is the machine's: nobody can set it for a log. */
export const processShell = (): Shell => ({
  terminal: processTerminal(),
  environment: process.env,
  clock: systemClock(),
  ids: randomIds,
  pause: timedPause,
  openCluster,
  untilStopped: untilSignalled,
  end: (exitCode) => {
    process.exitCode = exitCode;
  },
});
