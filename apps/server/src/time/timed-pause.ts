import type { Pause } from '@trackrecord/application';
import { setTimeout as delay } from 'node:timers/promises';

/** Waits by the machine's timer; one that is waited for does not keep a process alive. */
export const timedPause: Pause = (length_ms, signal) =>
  delay(length_ms, undefined, { signal, ref: false }).catch(() => undefined);
