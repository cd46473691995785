import { readPeriod } from './read-period.ts';

const collator = new Intl.Collator('en', { numeric: true });

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders periods in time: by the day on which they begin; of two that begin together the one that ends first comes
 * first. What cannot be told as a period comes after all that can, in the order of people's numbering.
 */
export const comparePeriods = (a: string, b: string): number => {
  const [one, other] = [readPeriod(a), readPeriod(b)];
  if (one === undefined || other === undefined) {
    return one === other ? collator.compare(a, b) || compared(a, b) : one === undefined ? 1 : -1;
  }
  return (
    compared(one.from, other.from) ||
    compared(one.to, other.to) ||
    collator.compare(a, b) ||
    compared(a, b)
  );
};
