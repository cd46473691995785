import { describe, expect, it } from 'vitest';
import { recogniseTimescale } from './timescale.ts';

const read = (words: string) => {
  const found = recogniseTimescale(words);
  return found === undefined ? undefined : [found.timescale.earliest, found.timescale.latest];
};

describe('given words that say when', () => {
  it.each([
    ['31 March 2027', '2027-03-31', '2027-03-31'],
    ['1st of May', undefined, undefined],
    ['1st May 2027', '2027-05-01', '2027-05-01'],
    ['31/03/2027', '2027-03-31', '2027-03-31'],
    ['1.4.27', '2027-04-01', '2027-04-01'],
    ['2027-03-31', '2027-03-31', '2027-03-31'],
    ['by September 2010', undefined, '2010-09-30'],
    ['by the end of 2027', undefined, '2027-12-31'],
    ['before 1 June 2027', undefined, '2027-06-01'],
    ['from April 2027', '2027-04-01', undefined],
    ['February 2028', '2028-02-01', '2028-02-29'],
    ['Mar-27', '2027-03-01', '2027-03-31'],
    ['Sept 2008 – July 2009', '2008-09-01', '2009-07-31'],
    ['between September 2008 and July 2009', '2008-09-01', '2009-07-31'],
    ['September – December 2027', '2027-09-01', '2027-12-31'],
    ['Autumn 2008', '2008-09-01', '2008-11-30'],
    ['Winter 2027', '2027-12-01', '2028-02-29'],
    ['Autumn term 2027', '2027-09-01', '2027-12-31'],
    ['Q1 2026/27', '2026-04-01', '2026-06-30'],
    ['Q4 2026/27', '2027-01-01', '2027-03-31'],
    ['Q3 2026', '2026-07-01', '2026-09-30'],
    ['2009', '2009-01-01', '2009-12-31'],
    ['2008/09', '2008-04-01', '2009-03-31'],
    ['academic year 2008/09', '2008-09-01', '2009-08-31'],
    ['2008/2010', '2008-01-01', '2010-12-31'],
    ['2026-29', '2026-01-01', '2029-12-31'],
    ['30-06-2027', '2027-06-30', '2027-06-30'],
    ['30-Jun-27', '2027-06-30', '2027-06-30'],
    ['30 June 27', '2027-06-30', '2027-06-30'],
    ['30th of June ’27', '2027-06-30', '2027-06-30'],
    ['June 30, 2027', '2027-06-30', '2027-06-30'],
    ['March 31 2027', '2027-03-31', '2027-03-31'],
    ['06/2027', '2027-06-01', '2027-06-30'],
    ['June 27', '2027-06-01', '2027-06-30'],
    ['2026-06-30T00:00:00Z', '2026-06-30', '2026-06-30'],
    ['2026-06-30 00:00:00', '2026-06-30', '2026-06-30'],
    ['Autumn term 2026/27', '2026-09-01', '2026-12-31'],
    ['Summer term 2026/27', '2027-04-01', '2027-07-31'],
    ['Spring 27', '2027-03-01', '2027-05-31'],
    ['end of Q2 2026/27', undefined, '2026-09-30'],
    ['Q3 26/27', '2026-10-01', '2026-12-31'],
    ['Q3 (2026/27)', '2026-10-01', '2026-12-31'],
    ['Q3 FY26/27', '2026-10-01', '2026-12-31'],
    ['Qtr 4 2026/27', '2027-01-01', '2027-03-31'],
    ['2026/27 Q1', '2026-04-01', '2026-06-30'],
    ['Q1 – Q2 2026/27', '2026-04-01', '2026-09-30'],
    ['April 2026 to Q3 2026/27', '2026-04-01', '2026-12-31'],
  ])('when they are "%s" then they span %s to %s', (words, earliest, latest) => {
    expect(read(words) ?? [undefined, undefined]).toEqual([earliest, latest]);
  });

  it.each(['31 June 2027', '29/02/2027', '32.1.2027', '2027-13-01'])(
    'when they are a date that does not exist, "%s", then it is named and gives none',
    (words) => {
      expect(recogniseTimescale(words)).toMatchObject({
        timescale: { asWritten: words },
        impossible: words,
      });
      expect(read(words)).toEqual([undefined, undefined]);
    },
  );

  it.each([
    'ongoing',
    'end of Q2',
    '27-Jun',
    'Year 6/7',
    'KS2/3',
    '£2,010',
    '14 - 19',
    'room 20101',
    'may help',
  ])('when they are none of these, "%s", then they are no time', (words) => {
    expect(recogniseTimescale(words)).toBeUndefined();
  });

  it('when a year stands among them then what says more is taken', () => {
    expect(recogniseTimescale('The 2010 forum meets by May 2011')?.timescale.asWritten).toBe(
      'by May 2011',
    );
  });

  it('when they go backwards then they give no dates', () => {
    expect(read('June 2027 – May 2026')).toEqual([undefined, undefined]);
  });
});
