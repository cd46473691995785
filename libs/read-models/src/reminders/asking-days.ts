import type { ReminderPolicy } from '@trackrecord/domain';
import { addDays, daysBetween, type LocalDate } from '@trackrecord/kernel';

/** On which days something is asked for: so many days after it is due (before, where negative), then every so many. */
export type AskingDays = Readonly<{ offsets: ReadonlyArray<number>; thenEvery: number | null }>;

/** When whoever owes it is asked. */
export const ownersDays = ({ daysBefore, daysAfter, thenEvery }: ReminderPolicy): AskingDays => ({
  offsets: [...daysBefore.map((days) => -days).toReversed(), ...daysAfter],
  thenEvery: thenEvery ?? null,
});

/** When somebody is asked to whom it goes up after so many days. */
export const escalatedDays = (days: number, { thenEvery }: ReminderPolicy): AskingDays => ({
  offsets: [days],
  thenEvery: thenEvery ?? null,
});

/** Days that are only before the due date are followed by others from the due date on. */
const lastOffset = (offsets: ReadonlyArray<number>): number => Math.max(0, ...offsets);

/** The last day up to `today` on which it is asked for; `undefined` where there was none so far. */
export const lastAskingDay = (
  { offsets, thenEvery }: AskingDays,
  dueOn: LocalDate,
  today: LocalDate,
): LocalDate | undefined => {
  const age = daysBetween(dueOn, today);
  const last = lastOffset(offsets);
  const repeated =
    thenEvery === null || age < last + thenEvery
      ? []
      : [last + Math.floor((age - last) / thenEvery) * thenEvery];
  const past = [...offsets.filter((offset) => offset <= age), ...repeated];
  return past.length === 0 ? undefined : addDays(Math.max(...past))(dueOn);
};
