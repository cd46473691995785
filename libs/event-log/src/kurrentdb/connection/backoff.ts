const first_ms = 50;
const longest_ms = 2_000;

/**
 * How long to wait before the next try: doubling from 50 ms to 2 s, of which the second half is left to chance, so that
 * many who lost the same server do not come back in one moment.
 * @param failed how many tries have failed so far, from 1
 * @param chance from 0 up to 1
 */
export const backoff_ms = (failed: number, chance: number): number => {
  const whole = Math.min(longest_ms, first_ms * 2 ** (failed - 1));
  return whole / 2 + (whole / 2) * chance;
};
