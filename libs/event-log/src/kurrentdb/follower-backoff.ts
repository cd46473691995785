/** Before the first try again. */
const first_ms = 250;

const longest_ms = 30_000;

/**
 * How long to wait before trying again: twice as long each time up to half a minute, less up to half of it at random,
 * so that nodes which lost the cluster together do not all come back at once.
 * @param failures how many tries have failed before this wait, from 0
 * @param random from 0 to 1
 */
export const backoff_ms = (failures: number, random: number): number =>
  Math.min(longest_ms, first_ms * 2 ** Math.min(failures, 30)) * (1 - random / 2);
