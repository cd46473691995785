import { describe, expect, it } from 'vitest';
import { Instant } from './instant.ts';

describe('Instant', () => {
  it.each(['2026-11-22T09:30:00.000Z', '2024-02-29T23:59:59.999Z'])(
    'given %s, then it is one',
    (text) => {
      expect(Instant.is(text)).toBe(true);
    },
  );

  it.each([
    ['a day that does not exist', '2026-02-29T00:00:00.000Z'],
    ['hour 24', '2026-11-22T24:00:00.000Z'],
    ['minute 60', '2026-11-22T23:60:00.000Z'],
    ['a leap second', '2026-12-31T23:59:60.000Z'],
    ['no milliseconds', '2026-11-22T09:30:00Z'],
    ['another offset', '2026-11-22T09:30:00.000+01:00'],
    ['a date alone', '2026-11-22'],
  ])('given %s, then it is refused', (_, text) => {
    expect(Instant.is(text)).toBe(false);
  });
});
