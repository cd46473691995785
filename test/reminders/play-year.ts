import { type Letter, remind, type Rounds } from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import { rightOf } from '@trackrecord/test-kit';
import { type Day, dayAfter } from './days.ts';
import { type Desk, letHappen, memoryDesk, registerPlan } from './desk.ts';
import type { Happening } from './happenings.ts';
import type { Played } from './judge-year.ts';
import type { Year } from './year.ts';

/** One round that must not fail. */
export const round = async (desk: Desk, rounds?: Rounds): Promise<void> => {
  const { failures } = rightOf(await remind(desk, rounds === undefined ? {} : { rounds })());
  const [first] = failures;
  if (first !== undefined) throw new Error(JSON.stringify(first));
};

/** When in a day what comes: all of it in winter and in summer on the same day in London. */
export const timesOf = (day: Day) => ({
  before: `${day}T07:00:00.000Z`,
  round: `${day}T10:00:00.000Z`,
  after: `${day}T18:00:00.000Z`,
});

/** The first time of the day after a year: what was answered in its last evening is settled then. */
export const afterAll = ({ days }: Year): string =>
  timesOf(dayAfter(days.at(-1)?.day ?? '2026-12-31', 1)).before;

/** Plays a year on an engine in memory: each day what happens before, a round, what happens after. */
export const playYear = async (year: Year): Promise<Played> => {
  const letters: Array<Letter> = [];
  const desk = await memoryDesk(letters);
  const rounds: Rounds = new Map();
  const events = new Map<Happening, ReadonlyArray<DomainEvent>>();
  const all = async (happenings: ReadonlyArray<Happening>): Promise<void> => {
    for (const it of happenings) events.set(it, await letHappen(desk, it));
  };
  await registerPlan(desk, '2025-09-01');
  for (const { day, isOff, before, after } of year.days) {
    const times = timesOf(day);
    desk.clock.set(times.before);
    await all(before);
    desk.clock.set(times.round);
    if (!isOff) await round(desk, rounds);
    desk.clock.set(times.after);
    await all(after);
  }
  desk.clock.set(afterAll(year));
  await round(desk, rounds);
  return { desk, events, letters };
};
