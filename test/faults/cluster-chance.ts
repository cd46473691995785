/** Chance that comes out the same for the same seed. */
export type Chance = Readonly<{
  /** From 0 up to 1. */
  next: () => number;
  /** A whole number from 0 up to, and without, `limit`. */
  below: (limit: number) => number;
  /** Whether something of this probability happens. */
  comes: (probability: number) => boolean;
  oneOf: <A>(first: A, ...others: ReadonlyArray<A>) => A;
}>;

/** A 32-bit hash of a text (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
const hashOf = (text: string): number =>
  Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01_00_01_93), 0x81_1c_9d_c5);

/** Numbers by Tommy Ettinger's mulberry32, which passes the usual tests of randomness and fits in a few lines. */
export const chanceOf = (seed: number, label = ''): Chance => {
  let state = (hashOf(label) ^ Math.imul(seed, 0x9e_37_79_b1)) | 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = (once + Math.imul(once ^ (once >>> 7), once | 61)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    comes: (probability) => next() < probability,
    oneOf: (first, ...others) => [first, ...others][below(others.length + 1)] ?? first,
  };
};
