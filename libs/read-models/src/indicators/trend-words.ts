import type { IndicatorDefinition } from './indicator-state.ts';
import { differenceOf, numberWords } from './value-words.ts';

type Direction = IndicatorDefinition['direction'];

/** A value, and when it is of. */
export type DatedValue = Readonly<{ value: number; period: string }>;

const judged = (difference: number, direction: Direction): string => {
  if (direction === null) return '';
  return difference > 0 === (direction === 'higher is better') ? ': better' : ': worse';
};

/**
 * How a value differs from an earlier one, in words: "up by 32 from 380 in 2024/25: better". Whether up is good is for
 * the indicator's direction to say; where it has none, nobody judges.
 */
export const trendWords = (
  later: DatedValue,
  earlier: DatedValue,
  direction: Direction,
): string => {
  const difference = differenceOf(later.value, earlier.value);
  const from = `${numberWords(earlier.value)} in ${earlier.period}`;
  if (difference === 0) return `no change from ${from}`;
  const way = difference > 0 ? 'up' : 'down';
  return `${way} by ${numberWords(Math.abs(difference))} from ${from}${judged(difference, direction)}`;
};
