import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { BankHolidays } from '../ports/bank-holidays.ts';
import { quietBecause } from './quiet-days.ts';

const day = must(LocalDate);

const bankHolidays: BankHolidays = (region, on) =>
  region === 'England' && on === '2026-04-03' ? 'Good Friday' : undefined;

describe('quietBecause', () => {
  it.each([
    ['a Friday', '2026-07-03', undefined],
    ['a Saturday', '2026-07-04', 'the weekend'],
    ['a Sunday', '2026-07-05', 'the weekend'],
    ['a Monday', '2026-07-06', undefined],
    ['a Sunday before the Monday that is counted from', '2026-06-28', 'the weekend'],
    ['a Friday long before it', '2025-12-19', undefined],
    ['a Saturday in a leap year', '2028-02-26', 'the weekend'],
    ['a bank holiday', '2026-04-03', 'Good Friday'],
  ])('given weekends and England’s bank holidays, when it is %s, then so', (_, on, expected) => {
    const quiet = { weekends: true, holidays: 'England' } as const;
    expect(quietBecause({ quiet }, bankHolidays, day(on))).toBe(expected);
  });

  it('given another part of the country, then its own bank holidays count', () => {
    const quiet = { weekends: true, holidays: 'Scotland' } as const;
    expect(quietBecause({ quiet }, bankHolidays, day('2026-04-03'))).toBeUndefined();
  });

  it('given no quiet days, then something may be sent on any day', () => {
    const quiet = { weekends: false };
    for (const on of ['2026-07-04', '2026-07-05', '2026-04-03'])
      expect(quietBecause({ quiet }, bankHolidays, day(on))).toBeUndefined();
  });

  it('given days of its own, then nothing is sent on them', () => {
    const quiet = { weekends: false, days: [day('2026-07-07')] };
    expect(quietBecause({ quiet }, bankHolidays, day('2026-07-07'))).toBe(
      'a day that the policy keeps quiet',
    );
    expect(quietBecause({ quiet }, bankHolidays, day('2026-07-08'))).toBeUndefined();
  });
});
