import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

/** Work that ends when it is told to, and says when it began. */
const workshop = () => {
  const begun: Array<string> = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const work = (name: string) => () => {
    begun.push(name);
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, work, endOf: (name: string) => ends.get(name) };
};

describe('given room for two at once, and for two who wait', () => {
  it('when four ask then two begin, and the others as soon as there is room, in their order', async () => {
    const { begun, work, endOf } = workshop();
    const ask = inTurn({ atOnce: 2, waiting: 2 });
    const asked = ['a', 'b', 'c', 'd'].map((name) => ask(work(name)));
    expect(begun).toEqual(['a', 'b']);
    endOf('b')?.resolve('b is done');
    expect(await asked[1]).toBe('b is done');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) endOf(name)?.resolve(`${name} is done`);
    expect([await asked[0], await asked[2]]).toEqual(['a is done', 'c is done']);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    endOf('d')?.resolve('d is done');
    expect(await asked[3]).toBe('d is done');
  });

  it('when a fifth asks then it is turned away, and taken once one of them is done', async () => {
    const { begun, work, endOf } = workshop();
    const ask = inTurn({ atOnce: 2, waiting: 2 });
    const [first] = ['a', 'b', 'c', 'd'].map((name) => ask(work(name)));
    expect(ask(work('e'))).toBeUndefined();
    endOf('a')?.resolve('');
    await first;
    expect(ask(work('f'))).toBeDefined();
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('when one fails then that is told to whoever asked for it, and the next begins', async () => {
    const { begun, work, endOf } = workshop();
    const ask = inTurn({ atOnce: 1, waiting: 1 });
    const [first] = ['a', 'b'].map((name) => ask(work(name)));
    endOf('a')?.reject(new Error('it broke'));
    await expect(first).rejects.toThrow('it broke');
    expect(begun).toEqual(['a', 'b']);
  });
});
