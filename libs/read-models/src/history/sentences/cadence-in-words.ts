import type { Json } from '@trackrecord/kernel';
import { membersOf } from './json-members.ts';

/** "every month", "every 3 months"; "never" for 0. */
export const everyMonths = (months: string | null): string =>
  months === '0' ? 'never' : months === '1' ? 'every month' : `every ${months ?? ''} months`;

/** "Red every month, Green every 3 months, Complete never", the most often first; that ratings make no difference where none is named. */
export const cadenceByRatingInWords = (value: Json): string => {
  const ratings = Object.entries(membersOf(value));
  return ratings.length === 0
    ? 'as often for every rating'
    : ratings
        .map(([rating, months]) => ({ rating, months: Number(months) }))
        .toSorted(
          (a, b) =>
            (a.months || Infinity) - (b.months || Infinity) || (a.rating < b.rating ? -1 : 1),
        )
        .map(({ rating, months }) => `${rating} ${everyMonths(String(months))}`)
        .join(', ');
};
