import type { Letter } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../faults/cluster-chance.ts';
import type { Day } from './days.ts';
import { type Desk, letHappen, memoryDesk, registerPlan } from './desk.ts';
import type { Happening } from './happenings.ts';
import { judgeYear, type Played } from './judge-year.ts';
import { afterAll, round, timesOf } from './play-year.ts';
import { seeds } from './seeds.ts';
import { newStops, startedAgain, Stopped, type Stops } from './stopping.ts';
import { simulateYear, type Year } from './year.ts';

type Running = { first: Desk; desk: Desk; starts: number };

/** A process that goes round, ends, is started again, until a round is whole; tells whether it ended. */
const roundInPieces = async (
  running: Running,
  stops: Stops,
  letters: Array<Letter>,
): Promise<boolean> => {
  for (let ends = 0; ; ends += 1) {
    stops.set(true);
    try {
      await round(running.desk);
      return ends > 0;
    } catch (thrown) {
      if (!(thrown instanceof Stopped)) throw thrown;
    } finally {
      stops.set(false);
    }
    running.starts += 1;
    running.desk.views.close();
    running.desk = await startedAgain(running.first, stops, letters, running.starts);
  }
};

/** Plays a year whose process ends at random points of its rounds. */
const playInPieces = async (year: Year, stops: Stops): Promise<Played & { starts: number }> => {
  const letters: Array<Letter> = [];
  const first = await memoryDesk(letters);
  const running: Running = { first, desk: await startedAgain(first, stops, letters, 0), starts: 0 };
  const events = new Map<Happening, ReadonlyArray<DomainEvent>>();
  const all = async (happenings: ReadonlyArray<Happening>): Promise<void> => {
    for (const it of happenings) events.set(it, await letHappen(running.desk, it));
  };
  const lastRounds = async (day: Day): Promise<void> => {
    // Longer than a quarter of an hour: whoever was sending has ended. A message that was left then goes out now.
    first.clock.set(`${day}T10:20:00.000Z`);
    await round(running.desk);
    const before = letters.length;
    await round(running.desk);
    expect(letters).toHaveLength(before);
  };
  await registerPlan(running.desk, '2025-09-01');
  for (const { day, before, after } of year.days) {
    const times = timesOf(day);
    first.clock.set(times.before);
    await all(before);
    first.clock.set(times.round);
    if (await roundInPieces(running, stops, letters)) await lastRounds(day);
    first.clock.set(times.after);
    await all(after);
  }
  first.clock.set(afterAll(year));
  await round(running.desk);
  return { desk: running.desk, events, letters, starts: running.starts };
};

describe('a season of reminders in pieces', () => {
  it.each(seeds)(
    'given seed %d, and a process that ends at random points and is started again with new views, then the same messages go out, none twice',
    async (seed) => {
      const year = simulateYear({ seed, actions: 12, last: '2026-03-15' });
      const stops = newStops(chanceOf(seed, 'stops'), 0.06);
      const played = await playInPieces(year, stops);
      const { messages, unknown } = judgeYear(year, played);
      expect(messages).toBeGreaterThan(30);
      expect(unknown).toBeGreaterThan(0);
      expect(played.starts).toBeGreaterThan(5);
      // Before the day was fixed and after, before messages left and after, before that was noted and after.
      expect(new Set([...stops.at.keys()].map((where) => where.split(' ')[0])).size).toBe(2);
    },
    60_000,
  );
});
