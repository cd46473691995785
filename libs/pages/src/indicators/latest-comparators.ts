import type { IndicatorListed } from '@trackrecord/application';
import { valueWords } from './value-words.ts';

/** The last value of each that an indicator is held against: "England 388 in 2025/26". They come by whose, then by period. */
export const latestComparators = ({
  comparators,
}: Pick<IndicatorListed, 'comparators'>): ReadonlyArray<string> =>
  [...new Map(comparators.map((one) => [one.of, one] as const)).values()].map(
    ({ of, value, period }) => `${of} ${valueWords(value, { unit: null })} in ${period}`,
  );
