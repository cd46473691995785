import { describe, expect, it } from 'vitest';
import { readMeasure } from './measure.ts';

describe('given the words of a result', () => {
  it.each([
    [
      'fewer moves (from 30 to 12 September 2026 – July 2027)',
      {
        baseline: '30',
        target: '12',
        timescale: {
          asWritten: 'September 2026 – July 2027',
          earliest: '2026-09-01',
          latest: '2027-07-31',
        },
      },
    ],
    ['a group from zero to 40+ members', { baseline: 'zero', target: '40+' }],
    [
      'open from 1 to 15 September 2026',
      {
        timescale: { asWritten: '15 September 2026', earliest: '2026-09-15', latest: '2026-09-15' },
      },
    ],
    [
      'At least 75% of children swim 2027.',
      {
        target: 'At least 75%',
        timescale: { asWritten: '2027', earliest: '2027-01-01', latest: '2027-12-31' },
      },
    ],
    [
      'Injuries down to below the county average. (Most recent data 2024.)',
      { target: 'below the county average' },
    ],
    ['Children feel safe.', {}],
  ])(
    'when they are "%s" then baseline, target and time are those that they give',
    (words, measure) => {
      expect(readMeasure(words)).toEqual(measure);
    },
  );
});
