import { notRated } from '@trackrecord/domain';
import { addMonths, LocalDate, monthBounds } from '@trackrecord/kernel';
import { ratingAt, type RatingStretch } from './rating-stretches.ts';

/** How far apart the dates are at which actions are counted. */
export type CountedEvery = 'month' | 'quarter' | 'year';

/** How many actions had each rating at the end of a day. */
export type RatingCount = Readonly<{
  on: LocalDate;
  actions: number;
  byRating: Readonly<Record<string, number>>;
}>;

/** So many months and so many at most: beyond three years by quarter, beyond thirty by year. */
const steps: ReadonlyArray<Readonly<{ every: CountedEvery; months: number; most: number }>> = [
  { every: 'month', months: 1, most: 36 },
  { every: 'quarter', months: 3, most: 120 },
  { every: 'year', months: 12, most: Infinity },
];

const monthOf = (date: LocalDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The last day of the month, quarter or year that a date is in. */
const endOf =
  (months: number) =>
  (date: LocalDate): LocalDate => {
    const last = Math.floor(monthOf(date) / months) * months + months - 1;
    const end = monthBounds(Math.floor(last / 12), (last % 12) + 1).last;
    return LocalDate.is(end) ? end : date;
  };

/**
 * The dates at which actions are counted between two dates: the end of each month, of each quarter where that is
 * more than three years, of each year where it is more than thirty; and the last date itself.
 */
export const countingDates = (
  first: LocalDate,
  last: LocalDate,
): Readonly<{ every: CountedEvery; dates: ReadonlyArray<LocalDate> }> => {
  const span = monthOf(last) - monthOf(first) + 1;
  const { every, months } = steps.find(({ months: each, most }) => span <= most * each) ?? {
    every: 'month',
    months: 1,
  };
  const howMany = Math.max(
    0,
    Math.floor(monthOf(last) / months) - Math.floor(monthOf(first) / months),
  );
  const ends = Array.from({ length: howMany }, (_, step) =>
    endOf(months)(addMonths(step * months)(firstOfMonth(first))),
  );
  return { every, dates: [...ends, last] };
};

/** Months are counted from their first day: the 31st of a month has no day a month later. */
const firstOfMonth = (date: LocalDate): LocalDate => {
  const { first } = monthBounds(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return LocalDate.is(first) ? first : date;
};

/** Counts actions by their ratings at each of some dates; ratings of the scale are there even where none has them. */
export const countRatings = (
  scale: ReadonlyArray<string>,
  actions: ReadonlyArray<ReadonlyArray<RatingStretch>>,
  dates: ReadonlyArray<LocalDate>,
): ReadonlyArray<RatingCount> => {
  const had = new Set(actions.flatMap((stretches) => stretches.map(({ rating }) => rating)));
  const ratings = [...new Set<string>([...scale, notRated, ...had])];
  return dates.map((on) => {
    const held = actions.flatMap((stretches) => ratingAt(on)(stretches) ?? []);
    const counted = Map.groupBy(held, (rating): string => rating);
    return {
      on,
      actions: held.length,
      byRating: Object.fromEntries(
        ratings.map((rating) => [rating, counted.get(rating)?.length ?? 0]),
      ),
    };
  });
};
