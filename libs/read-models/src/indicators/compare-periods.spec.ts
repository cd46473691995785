import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods } from './compare-periods.ts';
import { readPeriod } from './read-period.ts';

describe('a period', () => {
  it.each([
    ['2008', '2008-01-01', '2008-12-31'],
    ['calendar year 2008', '2008-01-01', '2008-12-31'],
    ['2008/09', '2008-04-01', '2009-03-31'],
    ['2008-09', '2008-04-01', '2009-03-31'],
    ['2008–09', '2008-04-01', '2009-03-31'],
    ['2008/2009', '2008-04-01', '2009-03-31'],
    ['1999/00', '1999-04-01', '2000-03-31'],
    ['FY 2008/09', '2008-04-01', '2009-03-31'],
    ['Academic year 2008/09', '2008-09-01', '2009-08-31'],
    ['2008/09 academic year', '2008-09-01', '2009-08-31'],
    ['2006-08', '2006-01-01', '2008-12-31'],
    ['2006 – 2008', '2006-01-01', '2008-12-31'],
    ['2009-03', '2009-03-01', '2009-03-31'],
    ['2009-03-31', '2009-03-31', '2009-03-31'],
    ['Q1 2009', '2009-01-01', '2009-03-31'],
    ['Quarter 4 2009', '2009-10-01', '2009-12-31'],
    ['2009 Q2', '2009-04-01', '2009-06-30'],
    ['Q1 2009/10', '2009-04-01', '2009-06-30'],
    ['2009/10 Q4', '2010-01-01', '2010-03-31'],
    ['H2 2009', '2009-07-01', '2009-12-31'],
    ['H2 2009/10', '2009-10-01', '2010-03-31'],
    ['March 2009', '2009-03-01', '2009-03-31'],
    ['Mar 09', '2009-03-01', '2009-03-31'],
    ['Sept 1998', '1998-09-01', '1998-09-30'],
    ['Feb-2008', '2008-02-01', '2008-02-29'],
    ['31 March 2009', '2009-03-31', '2009-03-31'],
    ['1st April 2009', '2009-04-01', '2009-04-01'],
    ['April to June 2009', '2009-04-01', '2009-06-30'],
    ['Apr–Jun 2009', '2009-04-01', '2009-06-30'],
    ['April 2008 to March 2009', '2008-04-01', '2009-03-31'],
    ['1 September 2008 – 31 August 2009', '2008-09-01', '2009-08-31'],
    ['Year ending March 2009', '2008-04-01', '2009-03-31'],
    ['year to 31 December 2008', '2008-01-01', '2008-12-31'],
    ['12 months to June 2009', '2008-07-01', '2009-06-30'],
    ['Autumn 2008', '2008-09-01', '2008-11-30'],
    ['Spring term 2008/09', '2009-03-01', '2009-05-31'],
    ['Winter 2008/09', '2008-12-01', '2009-02-28'],
  ])('given %s, then it is from %s to %s', (period, from, to) => {
    expect(readPeriod(period)).toEqual({ from, to });
  });

  it.each([
    'Baseline',
    'to be confirmed',
    'Year 9',
    '31 February 2009',
    '2009-13-01',
    '2009/07/01/02',
    'Q5 2009',
    'June 2009 to April 2009',
    '12',
    '',
    '-',
    'x'.repeat(100_000),
    `${'2009 to '.repeat(40)}2010`,
  ])('given %s, then it cannot be told', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });
});

describe('periods in order', () => {
  const inOrder = (...periods: ReadonlyArray<string>) =>
    expect(periods.toReversed().toSorted(comparePeriods)).toEqual(periods);

  it('given years of one kind, then by year', () => {
    inOrder('2006', '2007', '2008');
    inOrder('1999/00', '2007/08', '2008/09', '2009/10');
  });

  it('given kinds that meet in one series, then by when they begin', () => {
    inOrder('2008', '2008/09', 'Q1 2009', 'March 2009', '2009/10', 'Q1 2010');
    inOrder('2007/08', 'Autumn 2007', 'Academic year 2007/08', 'Winter 2007/08', 'Spring 2008');
  });

  it('given periods that begin together, then the one that ends first', () => {
    inOrder('January 2009', 'Q1 2009', 'H1 2009', '2009', '2009-11');
  });

  it('given months and quarters, then not by their letters or numbers', () => {
    inOrder('January 2009', 'February 2009', 'March 2009', 'April 2009', 'October 2009');
    inOrder('Q4 2008', 'Q1 2009', 'Q2 2009');
    inOrder('Q3 2008/09', 'Q4 2008/09', 'Q1 2009/10');
  });

  it('given what is no period, then after all that are, as people number', () => {
    inOrder('2009', '2010', 'Baseline', 'Cohort 2', 'Cohort 10');
  });

  it('given the same period written twice, then it is one order whichever comes first', () => {
    inOrder('2008-09', '2008/09', 'Year ending March 2009');
  });

  it('given any texts, then it is one order', () => {
    const texts = fc.oneof(
      fc.constantFrom(
        ...['2008', '2008/09', '2008-09', 'Q1 2009', 'March 2009', 'Baseline', '2', '10', 'Ä', 'a'],
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0);
        expect(comparePeriods(a, a)).toBe(0);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) {
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
