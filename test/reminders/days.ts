/** A date as it is written, "2026-03-31"; as text they sort as they follow one another. */
export type Day = string;

const day_ms = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');

const numberOf = (day: Day): number => Date.parse(`${day}T00:00Z`) / day_ms;

const dayOf = (number: number): Day => new Date(number * day_ms).toISOString().slice(0, 10);

/** How many days it is from one date to another; negative backwards. */
export const daysFrom = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const dayAfter = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** The same day so many months on; the last of the month where it has no such day. */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const place = year * 12 + (month - 1) + months;
  const [thatYear, thatMonth] = [Math.floor(place / 12), (place % 12) + 1];
  const isLeap = (thatYear % 4 === 0 && thatYear % 100 !== 0) || thatYear % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return `${thatYear}-${two(thatMonth)}-${two(Math.min(date, lengths[thatMonth - 1] ?? 31))}`;
};

/** All days from one to another, both with them. */
export const daysThrough = (first: Day, last: Day): ReadonlyArray<Day> =>
  Array.from({ length: daysFrom(first, last) + 1 }, (_, n) => dayAfter(first, n));

/** England's bank holidays of 2026, by https://www.gov.uk/bank-holidays: Boxing Day is a Saturday, so the 28th. */
const bankHolidays2026 = [
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
];

/** Whether nothing goes out on a day of 2026. */
export const isQuiet = (day: Day): boolean => {
  // 4 January 2026 was a Sunday.
  const fromSunday = ((daysFrom('2026-01-04', day) % 7) + 7) % 7;
  return fromSunday === 0 || fromSunday === 6 || bankHolidays2026.includes(day);
};
