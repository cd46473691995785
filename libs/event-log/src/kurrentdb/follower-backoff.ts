import { doubling } from './doubling.ts';

const wait_ms = doubling(250, 30_000);

/**
 * How long a follower waits before it tries again, in ms.
 * @param failures how many tries have failed before this wait, from 0
 * @param random from 0 to 1: so much of the half that is left to chance is not waited
 */
export const backoff_ms = (failures: number, random: number): number =>
  wait_ms(failures + 1, 1 - random);
