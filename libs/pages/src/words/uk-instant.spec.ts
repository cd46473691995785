import { describe, expect, it } from 'vitest';
import { ukInstant } from './uk-instant.ts';

describe('ukInstant', () => {
  it('given an instant in winter, then London shows Greenwich time', () => {
    expect(ukInstant('2026-03-05T14:02:00.000Z')).toBe('5 March 2026, 2:02pm');
  });

  it('given an instant in summer, then London is an hour ahead, and perhaps in the next day', () => {
    expect(ukInstant('2026-07-01T23:30:59.999Z')).toBe('2 July 2026, 12:30am');
  });

  it('given midday, then it is pm', () => {
    expect(ukInstant('2026-01-01T12:00:00.000Z')).toBe('1 January 2026, 12:00pm');
  });

  it('given the hour at which the clocks go forward, then there is no half past one', () => {
    expect(ukInstant('2026-03-29T00:30:00.000Z')).toBe('29 March 2026, 12:30am');
    expect(ukInstant('2026-03-29T01:30:00.000Z')).toBe('29 March 2026, 2:30am');
  });

  it('given what is no instant, then it stays as it is', () => {
    expect(ukInstant('yesterday')).toBe('yesterday');
  });
});
