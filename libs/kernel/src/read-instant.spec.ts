import { describe, expect, it } from 'vitest';
import { readInstant } from './read-instant.ts';

describe('an instant as it is typed', () => {
  it.each([
    ['2026-03-31T09:30:00Z', '2026-03-31T09:30:00.000Z'],
    ['2026-03-31t09:30z', '2026-03-31T09:30:00.000Z'],
    ['2026-03-31 09:30:05.25Z', '2026-03-31T09:30:05.250Z'],
    ['2026-03-31T09:30:05,123999999Z', '2026-03-31T09:30:05.123Z'],
    ['2026-06-30T09:30:00+01:00', '2026-06-30T08:30:00.000Z'],
    ['2026-06-30T09:30+0545', '2026-06-30T03:45:00.000Z'],
    ['2026-06-30T22:00-05', '2026-07-01T03:00:00.000Z'],
    ['2027-01-01T00:15:00+01:00', '2026-12-31T23:15:00.000Z'],
    ['2024-03-01T00:00:00+14:00', '2024-02-29T10:00:00.000Z'],
  ])('given %s, then it is %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each([
    ['no offset', '2026-03-31T09:30:00'],
    ['a date alone', '2026-03-31'],
    ['a day that does not exist', '2026-02-30T09:30:00Z'],
    ['hour 24', '2026-03-31T24:00:00Z'],
    ['hour 25', '2026-03-31T25:00:00Z'],
    ['minute 60', '2026-03-31T09:60:00Z'],
    ['an offset of a day', '2026-03-31T09:30:00+24:00'],
    ['the year 10000', '9999-12-31T23:30:00-01:00'],
    ['the year 0', '0001-01-01T00:30:00+01:00'],
    ['words around it', 'at 2026-03-31T09:30:00Z'],
    ['nothing', ''],
  ])('given %s, then it is none', (_, text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});
