import { Buffer } from 'node:buffer';
import type { Chance } from '../cluster-chance.ts';

/** What was done to a file, in words, and what came of it. */
export type Damaged = Readonly<{ how: string; bytes: Buffer }>;

/** Damages a file in one way; the same way for the same chance. */
export type Damage = (bytes: Buffer, chance: Chance) => Damaged;

const flipped: Damage = (whole, chance) => {
  const bytes = Buffer.from(whole);
  const count = 1 + chance.below(chance.oneOf(2, 10, 200));
  for (let flip = 0; flip < count; flip += 1) {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  }
  return { how: 'bits flipped', bytes };
};

const overwritten: Damage = (whole, chance) => {
  const bytes = Buffer.from(whole);
  const value = chance.oneOf(0, 0xff, 0x20, 0x3c);
  const from = chance.below(bytes.length);
  const to = from + 1 + chance.below(chance.oneOf(4, 64, 4_096));
  bytes.fill(value, from, Math.min(to, bytes.length));
  return { how: 'bytes written over', bytes };
};

const cutOff: Damage = (whole, chance) => ({
  how: 'the end cut off',
  bytes: whole.subarray(0, chance.below(whole.length)),
});

const cutOut: Damage = (whole, chance) => {
  const from = chance.below(whole.length);
  const to = from + 1 + chance.below(chance.oneOf(3, 100, 5_000));
  return {
    how: 'a piece cut out',
    bytes: Buffer.concat([whole.subarray(0, from), whole.subarray(to)]),
  };
};

const doubled: Damage = (whole, chance) => {
  const from = chance.below(whole.length);
  const to = from + 1 + chance.below(chance.oneOf(3, 100, 5_000));
  return {
    how: 'a piece doubled',
    bytes: Buffer.concat([whole.subarray(0, to), whole.subarray(from)]),
  };
};

const movedEnd: Damage = (whole, chance) => {
  const at = chance.below(whole.length);
  return {
    how: 'its halves swapped',
    bytes: Buffer.concat([whole.subarray(at), whole.subarray(0, at)]),
  };
};

const noise: Damage = (whole, chance) => {
  const length = chance.below(chance.oneOf(10, 1_000, 20_000));
  const rest = Buffer.from(Array.from({ length }, () => chance.below(256)));
  // Noise that begins as the file did, so that its kind is still told from it.
  return { how: 'noise', bytes: Buffer.concat([whole.subarray(0, chance.below(600)), rest]) };
};

/** What can happen to any file. */
export const damageBytes: Damage = (whole, chance) =>
  chance.oneOf(
    flipped,
    flipped,
    overwritten,
    cutOff,
    cutOut,
    doubled,
    movedEnd,
    noise,
  )(whole, chance);
