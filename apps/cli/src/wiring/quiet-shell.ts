import type { Clock } from '@trackrecord/application';
import pc from 'picocolors';
import type { Terminal } from '../terminal/terminal.ts';
import type { Environment } from './data-directory.ts';
import { openCluster } from './open-cluster.ts';
import { randomIds } from './random-ids.ts';
import { type Shell, timedPause } from './shell.ts';
import { systemClock } from './system-clock.ts';

type Quiet = Readonly<{ environment?: Environment; clock?: Clock; width?: number }>;

/** Prints nothing, in no colours. */
export const quietTerminal: Terminal = {
  out: () => undefined,
  err: () => undefined,
  file: () => undefined,
  width: 80,
  isInteractive: false,
  colours: pc.createColors(false),
};

/** A shell that prints nothing, in no colours, and goes nowhere: to be recorded, or to list what there is. */
export const quietShell = ({ environment = {}, clock, width = 80 }: Quiet = {}): Shell => ({
  terminal: { ...quietTerminal, width },
  environment,
  clock: clock ?? systemClock(),
  ids: randomIds,
  pause: timedPause,
  openCluster,
  untilStopped: () => new AbortController().signal,
  end: () => undefined,
});
