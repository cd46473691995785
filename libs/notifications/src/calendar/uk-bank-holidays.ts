import type { BankHolidays } from '@trackrecord/application/ports';
import type { BankHolidayRegion } from '@trackrecord/domain';
import Holidays from 'date-holidays';

/** The library's codes: ISO 3166-2, except that it writes ENG for England, as that does. */
const codes: Readonly<Record<BankHolidayRegion, string>> = {
  England: 'ENG',
  Wales: 'WLS',
  Scotland: 'SCT',
  'Northern Ireland': 'NIR',
};

type Named = Readonly<{ day: string; name: string }>;

/** Bank holidays by royal proclamation that the library does not know (so far as of its 3.37.0). */
const missing: Readonly<Partial<Record<BankHolidayRegion, ReadonlyArray<Named>>>> = {
  // Proclaimed on 3 February 2026: https://www.gov.scot/news/world-cup-bank-holiday-confirmed/,
  // listed by https://www.gov.uk/bank-holidays#scotland
  Scotland: [{ day: '2026-06-15', name: 'World Cup bank holiday' }],
};

/** As https://www.gov.uk/bank-holidays writes it. */
const names: ReadonlyMap<string, string> = new Map([['January 2nd', '2nd January']]);

const ukName = (name: string): string => {
  const [, day = name, substitute = ''] = /^(.*?)( \(substitute day\))?$/u.exec(name) ?? [];
  return `${names.get(day) ?? day}${substitute}`;
};

/** Noon, so that the day of the week is the same wherever the program runs. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay());

/**
 * The bank holidays of a year, as the government publishes them: one that falls on a weekend is listed on its substitute
 * day and not on its own, where the library lists both.
 */
const holidaysOf = (region: BankHolidayRegion, year: number): ReadonlyMap<string, string> => {
  const known = new Holidays('GB', codes[region])
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date, name }): Named => ({ day: date.slice(0, 10), name: ukName(name) }))
    .filter(({ day }) => !isWeekend(day));
  const also = (missing[region] ?? []).filter(({ day }) => day.startsWith(`${year}-`));
  return new Map([...known, ...also].map(({ day, name }) => [day, name]));
};

/** Working a year out takes milliseconds, and a reminder's next working day asks for many days of few years. */
const mostKept = 400;

const makeBankHolidays = (): BankHolidays => {
  const kept = new Map<string, ReadonlyMap<string, string>>();
  return (region, day) => {
    const year = day.slice(0, 4);
    const key = `${region} ${year}`;
    const found = kept.get(key);
    if (found !== undefined) return found.get(day);
    const holidays = holidaysOf(region, Number(year));
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, holidays);
    return holidays.get(day);
  };
};

/**
 * Bank holidays of the parts of the United Kingdom, by date-holidays and without a network.
 * Future ones are those of the law as it stands: a proclamation can add one, or move it.
 */
export const ukBankHolidays: BankHolidays = makeBankHolidays();
