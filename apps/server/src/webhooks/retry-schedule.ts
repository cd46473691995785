import type { Randomness } from '../access/randomness.ts';

const [second_ms, minute_ms, hour_ms] = [1000, 60_000, 3_600_000];

/** How long after each failure it is tried again; after the last it is given up. */
export const retryDelays_ms: ReadonlyArray<number> = [
  10 * second_ms,
  minute_ms,
  5 * minute_ms,
  30 * minute_ms,
  2 * hour_ms,
  5 * hour_ms,
  10 * hour_ms,
  24 * hour_ms,
];

/** Up to so much later, as chance has it: receivers that were down together are not met by everything at once. */
const jitter = 0.2;

/** When it is tried again after so many failures, in ms from now; `undefined`: it is given up. */
export const nextTry_ms = (failures: number, random: Randomness): number | undefined => {
  const delay = retryDelays_ms[failures - 1];
  if (delay === undefined) return undefined;
  const [a = 0, b = 0] = random(2);
  return Math.round(delay * (1 + (jitter * (a * 256 + b)) / 65_536));
};
