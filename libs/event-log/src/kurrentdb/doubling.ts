/**
 * How long to wait before the next try: doubling up to a limit, of which the second half is left to chance, so that many
 * who lost the same server do not come back in one moment.
 * @param failed how many tries have failed so far, from 1
 * @param chance from 0 to 1: with 1 all of it is waited
 */
export const doubling =
  (first_ms: number, longest_ms: number) =>
  (failed: number, chance: number): number => {
    const whole = Math.min(longest_ms, first_ms * 2 ** (failed - 1));
    return whole / 2 + (whole / 2) * chance;
  };
