import { addMonths, daysBetween, LocalDate } from '@trackrecord/kernel';
import { months } from '@trackrecord/read-models';

/** A place on a time axis and how it is called there. */
export type TimeTick = Readonly<{ date: LocalDate; label: string }>;

const steps = [1, 3, 6, 12, 24, 60, 120] as const;

const firstOfMonth = (date: LocalDate): LocalDate => {
  const first = `${date.slice(0, 8)}01`;
  return LocalDate.is(first) ? first : date;
};

const labelOf = (date: LocalDate, step: number): string => {
  const year = date.slice(0, 4);
  const month = months[Number(date.slice(5, 7)) - 1] ?? '';
  return step >= 12 ? year : `${month.slice(0, 3)} ${year}`;
};

/**
 * Firsts of months between two dates, at most `most` of them: every month, quarter, half-year, year …
 * Steps begin with the calendar year, so a quarter's tick is 1 January, 1 April …
 */
export const timeTicks = (
  from: LocalDate,
  to: LocalDate,
  most: number,
): ReadonlyArray<TimeTick> => {
  const monthCount = daysBetween(from, to) / 30.4375;
  const step = steps.find((one) => monthCount / one <= most) ?? 120;
  const monthsIn = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  const start = addMonths(-(monthsIn % step))(firstOfMonth(from));
  const all = Array.from({ length: Math.ceil(monthCount / step) + 2 }, (_, index) =>
    addMonths(index * step)(start),
  );
  return all
    .filter((date) => date >= from && date <= to)
    .map((date) => ({ date, label: labelOf(date, step) }));
};
