import { describe, expect, it } from 'vitest';
import { judgeYear } from './judge-year.ts';
import { playYear } from './play-year.ts';
import { seeds } from './seeds.ts';
import { simulateYear } from './year.ts';

/** The first seed plays the whole plan, the others a smaller one: it is their owners who differ. */
const actionsOf = (seed: number): number => (seed === 1 ? 84 : 10);

describe('a year of reminders of 20 owners', () => {
  it.each(seeds.map((seed) => ({ seed, actions: actionsOf(seed) })))(
    'given what happens to $actions actions by seed $seed, when it is played day by day, then everybody gets what the oracle says, on the day',
    async ({ seed, actions }) => {
      const year = simulateYear({ seed, actions });
      const { messages, unknown, ended } = judgeYear(year, await playYear(year));
      // Enough happened to say anything by.
      expect(messages).toBeGreaterThan(5 * actions);
      expect(ended).toBeGreaterThan(3 * actions);
      expect(unknown).toBe(0);
    },
    120_000,
  );
});
