import type { RatingHistoryAnswer } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { countRatings } from '@trackrecord/read-models';
import type { RatingColumn } from '../chart/rating-bars.ts';
import { months } from '@trackrecord/read-models';
import { ukDate, ukShortDate } from '../words/uk-date.ts';
import type { RatedAction } from './rated-actions.ts';

/** How many actions had which rating at the end of a day. */
export type HistoryCount = Readonly<{
  on: string;
  actions: number;
  counts: ReadonlyArray<number>;
}>;

/** So many columns can be told apart, with their labels below them. */
const mostColumns = 10;

const label = (on: LocalDate, every: RatingHistoryAnswer['every'], isLast: boolean): string => {
  if (isLast) return ukShortDate(on);
  const month = (months[Number(on.slice(5, 7)) - 1] ?? '').slice(0, 3);
  return every === 'year' ? on.slice(0, 4) : `${month} ${on.slice(0, 4)}`;
};

/** Every nth from the last one back, so that the last is always there. */
const thinned = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> => {
  const step = Math.ceil(all.length / mostColumns);
  return all.filter((_, place) => (all.length - 1 - place) % step === 0);
};

/** The counts of some actions over time: as columns of a picture, and as rows of its table. */
export const historyCounts = (
  { scale, counts, every }: Pick<RatingHistoryAnswer, 'scale' | 'counts' | 'every'>,
  actions: ReadonlyArray<RatedAction>,
  from: LocalDate,
  ratings: ReadonlyArray<string>,
): Readonly<{ columns: ReadonlyArray<RatingColumn>; rows: ReadonlyArray<HistoryCount> }> => {
  const dates = counts.map(({ on }) => on).filter((on) => on >= from);
  const counted = countRatings(
    scale,
    actions.map(({ stretches }) => stretches),
    dates,
  );
  const last = counted.at(-1);
  return {
    columns: thinned(counted).map((one) => ({
      label: label(one.on, every, one === last),
      counts: one.byRating,
    })),
    rows: counted.map(({ on, actions: howMany, byRating }) => ({
      on: ukDate(on),
      actions: howMany,
      counts: ratings.map((rating) =>
        Object.hasOwn(byRating, rating) ? (byRating[rating] ?? 0) : 0,
      ),
    })),
  };
};
