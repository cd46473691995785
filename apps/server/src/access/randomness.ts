import { randomBytes } from 'node:crypto';

/** Bytes that nobody can guess, so many of them; a parameter, so that a specification can know them. */
export type Randomness = (count: number) => Uint8Array;

export const systemRandomness: Randomness = (count) => randomBytes(count);

/** Small letters and digits without l, o, 0 and 1, which look alike on paper: 32 of them, 5 bits each. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Random characters in groups that can be read out and typed: `groups` times `length`, joined by hyphens. */
export const randomGroups = (random: Randomness, groups: number, length: number): string =>
  Array.from({ length: groups }, () =>
    Array.from(random(length), (byte) => alphabet[byte % alphabet.length]).join(''),
  ).join('-');
