import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { type KeptReadings, keptReadings } from './kept-readings.ts';

type Kept = KeptReadings<string, number>;

/** Readings that are nothing but how many blocks they have, and how often each was read. */
const stage = (most: Readonly<{ readings: number; blocks: number }>) => {
  const read = new Map<string, number>();
  const kept: Kept = keptReadings(most, (blocks) => blocks);
  const ask = (key: string, answer: E.Either<string, number>) =>
    kept(key, () => {
      read.set(key, (read.get(key) ?? 0) + 1);
      return Promise.resolve(answer);
    });
  return { ask, times: (key: string) => read.get(key) ?? 0 };
};

describe('readings that are kept', () => {
  it('given one that was read, when it is asked for again, then it is not read again', async () => {
    const { ask, times } = stage({ readings: 3, blocks: 100 });
    await ask('a', E.right(40));
    expect(await ask('a', E.right(7))).toEqual(E.right(40));
    expect(times('a')).toBe(1);
  });

  it('given two who ask while it is read, then it is read once', async () => {
    const { ask, times } = stage({ readings: 3, blocks: 100 });
    await Promise.all([ask('a', E.right(40)), ask('a', E.right(40))]);
    expect(times('a')).toBe(1);
  });

  it('given one that could not be read, when it is asked for again, then it is read again', async () => {
    const { ask, times } = stage({ readings: 3, blocks: 100 });
    await ask('a', E.left('busy'));
    expect(await ask('a', E.right(40))).toEqual(E.right(40));
    expect(times('a')).toBe(2);
  });

  it('given more blocks together than may be kept, then what was asked for longest ago is given up', async () => {
    const { ask, times } = stage({ readings: 10, blocks: 100 });
    await ask('a', E.right(60));
    await ask('b', E.right(30));
    await ask('c', E.right(50));
    await ask('b', E.right(30));
    await ask('c', E.right(50));
    await ask('a', E.right(60));
    expect([times('a'), times('b'), times('c')]).toEqual([2, 1, 1]);
  });

  it('given more readings than may be kept, however small, then the oldest is given up', async () => {
    const { ask, times } = stage({ readings: 2, blocks: 100 });
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await ask(key, E.right(1));
    expect([times('a'), times('b'), times('c')]).toEqual([2, 1, 1]);
  });

  it('given one that is larger than all that may be kept, then it is answered and not kept', async () => {
    const { ask, times } = stage({ readings: 2, blocks: 100 });
    expect(await ask('a', E.right(101))).toEqual(E.right(101));
    await ask('a', E.right(101));
    expect(times('a')).toBe(2);
  });
});
