import type { IndicatorDefinition } from './indicator-state.ts';

/** A number as people write it: "1,204", "41.5". */
export const numberWords = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 10 });

/** A value with what it counts: "412 families", "41.5%". */
export const valueWords = (value: number, { unit }: Pick<IndicatorDefinition, 'unit'>): string => {
  const number = numberWords(value);
  if (unit === null) return number;
  return /^[%‰°]/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
};

/** How many places after the point a number is written with. */
const placesOf = (value: number): number => /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0;

/** What lies between two values, without the dust of binary fractions. */
export const differenceOf = (later: number, earlier: number): number =>
  Number((later - earlier).toFixed(Math.min(10, Math.max(placesOf(later), placesOf(earlier)))));
