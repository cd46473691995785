import { daysBetween, LocalDate } from './local-date.ts';

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const epoch = '1970-01-01';

/**
 * The date so many days after 1970-01-01, as text: Howard Hinnant's `civil_from_days` for the proleptic Gregorian
 * calendar (https://howardhinnant.github.io/date_algorithms.html).
 */
const dateAt = (days: number): string => {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};

/** So many days later, earlier where negative; the date itself where that is beyond the years 0001–9999. */
export const addDays =
  (days: number) =>
  (date: LocalDate): LocalDate => {
    const to = LocalDate.is(epoch) ? dateAt(daysBetween(epoch, date) + days) : date;
    return LocalDate.is(to) ? to : date;
  };
