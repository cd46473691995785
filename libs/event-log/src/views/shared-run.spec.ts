import { describe, expect, it } from 'vitest';
import { sharedRun } from './shared-run.ts';

/** A run that ends when it is told to; each is given its number. */
const byHand = () => {
  const begun: Array<PromiseWithResolvers<number>> = [];
  const run = (): Promise<number> => {
    const own = Promise.withResolvers<number>();
    begun.push(own);
    return own.promise;
  };
  return { begun, run };
};

describe('a run that is shared', () => {
  it('given three who ask while one runs, then they share the next, which begins when that is over', async () => {
    const { begun, run } = byHand();
    const ask = sharedRun(run);
    const first = ask();
    const others = [ask(), ask(), ask()];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve(1);
    expect(await first).toBe(1);
    expect(begun).toHaveLength(2);
    begun[1]?.resolve(2);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(begun).toHaveLength(2);
  });

  it('given nobody who runs, then whoever asks begins at once', async () => {
    const { begun, run } = byHand();
    const ask = sharedRun(run);
    for (const number of [1, 2]) {
      const asked = ask();
      begun.at(-1)?.resolve(number);
      expect(await asked).toBe(number);
    }
    expect(begun).toHaveLength(2);
  });

  it('given a run that fails, then those of the next are not told so', async () => {
    const { begun, run } = byHand();
    const ask = sharedRun(run);
    const [first, second] = [ask(), ask()];
    begun[0]?.reject(new Error('the disk is full'));
    await expect(first).rejects.toThrow('the disk is full');
    begun[1]?.resolve(2);
    expect(await second).toBe(2);
  });
});
