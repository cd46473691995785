import type { ReminderPolicy } from '@trackrecord/domain';
import { addDays, daysBetween, type LocalDate } from '@trackrecord/kernel';

/** So many days after a date something is asked for (before it, where negative), and then every so many. */
export type AskingDays = Readonly<{ offsets: ReadonlyArray<number>; thenEvery: number | null }>;

/** When whoever owes it is asked; a policy that names no days but goes on asking begins on the due date. */
export const ownersDays = ({ daysBefore, daysAfter, thenEvery }: ReminderPolicy): AskingDays => {
  const offsets = [...daysBefore.map((days) => -days).toReversed(), ...daysAfter];
  return { offsets: offsets.length === 0 ? [0] : offsets, thenEvery: thenEvery ?? null };
};

/** When somebody is asked to whom it goes up after so many days. */
export const escalatedDays = (days: number, { thenEvery }: ReminderPolicy): AskingDays => ({
  offsets: [days],
  thenEvery: thenEvery ?? null,
});

/** The last of its days up to today; `undefined` where none has come. */
const lastDay = (
  { offsets }: AskingDays,
  from: LocalDate,
  today: LocalDate,
): LocalDate | undefined => {
  const age = daysBetween(from, today);
  const past = offsets.filter((offset) => offset <= age);
  return past.length === 0 ? undefined : addDays(Math.max(...past))(from);
};

/** Whether it is asked for by today: a message that goes out anyway holds it too. */
export const isAskedFor = (days: AskingDays, from: LocalDate, today: LocalDate): boolean =>
  lastDay(days, from, today) !== undefined;

/**
 * Whether a message goes out for it today: one of its days has come since it was asked for last, or all have, and that
 * is so many days ago.
 * @param asked when it was asked for last, on whichever occasion; `undefined` where it never was
 */
export const isToAskFor = (
  days: AskingDays,
  from: LocalDate,
  today: LocalDate,
  asked: LocalDate | undefined,
): boolean => {
  const day = lastDay(days, from, today);
  if (day === undefined) return false;
  if (asked === undefined || day > asked) return true;
  const isLast = daysBetween(from, day) === Math.max(...days.offsets);
  return isLast && days.thenEvery !== null && daysBetween(asked, today) >= days.thenEvery;
};
