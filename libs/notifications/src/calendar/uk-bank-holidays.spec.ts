import type { BankHolidayRegion } from '@trackrecord/domain';
import { addDays, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { ukBankHolidays } from './uk-bank-holidays.ts';

/** As published at https://www.gov.uk/bank-holidays, typed from there. */
const published: ReadonlyArray<readonly [ReadonlyArray<BankHolidayRegion>, number, string]> = [
  [['England', 'Wales'], 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [['England', 'Wales'], 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [['England', 'Wales'], 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [['Scotland'], 2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
  [['Scotland'], 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  [['Scotland'], 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
  [['Northern Ireland'], 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  [['Northern Ireland'], 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  [['Northern Ireland'], 2027, '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28'],
  // Extra ones by proclamation, one that was moved, and Christmas on a Sunday.
  [['England', 'Wales'], 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [['Scotland'], 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  [['England', 'Wales'], 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
];

const daysOf = (year: number): ReadonlyArray<LocalDate> =>
  Array.from({ length: 366 }, (_, day) => addDays(day)(must(LocalDate)(`${year}-01-01`))).filter(
    (date) => date.startsWith(`${year}-`),
  );

describe('bank holidays', () => {
  it.each(
    published.flatMap(([regions, year, days]) => regions.map((one) => [one, year, days] as const)),
  )(
    'given %s in %i, when every day of the year is asked for, then those that the government published are bank holidays',
    (region, year, days) => {
      const found = daysOf(year).filter((day) => ukBankHolidays(region, day) !== undefined);
      expect(found.map((day) => day.slice(5)).join(' ')).toBe(days);
    },
  );

  it.each([
    ['Scotland', '2026-01-02', '2nd January'],
    ['Scotland', '2026-06-15', 'World Cup bank holiday'],
    ['Scotland', '2027-01-04', '2nd January (substitute day)'],
    ['England', '2026-12-28', 'Boxing Day (substitute day)'],
    ['Wales', '2026-04-03', 'Good Friday'],
    ['England', '2026-08-31', 'Summer bank holiday'],
  ] as const)('given %s and %s, then its name is %s', (region, day, name) => {
    expect(ukBankHolidays(region, must(LocalDate)(day))).toBe(name);
  });

  it.each([
    ['England', '2026-06-15', 'a holiday of Scotland alone'],
    ['Scotland', '2026-04-06', 'Easter Monday, which is none in Scotland'],
    ['England', '2026-03-15', 'Mothering Sunday, which is kept but is no bank holiday'],
    ['England', '2026-12-26', 'a Saturday that has a substitute day'],
  ] as const)('given %s and %s, then it is none: %s', (region, day, _) => {
    expect(ukBankHolidays(region, must(LocalDate)(day))).toBeUndefined();
  });
});
