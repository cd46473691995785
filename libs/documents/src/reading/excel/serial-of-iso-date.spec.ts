import { describe, expect, it } from 'vitest';
import { serialOfIsoDate } from './serial-of-iso-date.ts';

describe('given a date in ISO 8601', () => {
  it.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2027-01-01', 46_388],
    ['2027-01-01T12:00:00', 46_388.5],
    ['2027-01-01T18:00:00.000Z', 46_388.75],
    ['06:00:00', 0.25],
    ['T06:00', 0.25],
  ])('when it is %s then Excel counts it as %d', (words, serial) => {
    expect(serialOfIsoDate(words)).toBe(serial);
  });

  it.each([
    '',
    'soon',
    '2027-02-30',
    '2027-13-01',
    '0050-01-01',
    '1899-12-31',
    '2027-01-01T25:00:00',
    '1/1/2027',
  ])('when it is “%s” then it is none', (words) => {
    expect(serialOfIsoDate(words)).toBeUndefined();
  });
});
