import { setTimeout as delay } from 'node:timers/promises';
import type { WakeUp } from '../wake-up.ts';

const pollInterval_ms = 100;

const aWhile = (signal: AbortSignal): Promise<void> =>
  delay(pollInterval_ms, undefined, { signal }).catch(() => undefined);

/** For who reads what another process writes: looks again every now and then. */
export const polling = (
  untilNextLook: (signal: AbortSignal) => Promise<void> = aWhile,
): WakeUp => ({
  seen: () => 0,
  since: (_seen, signal) => untilNextLook(signal),
  notify: () => undefined,
});
