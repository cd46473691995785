import { LocalDate, monthBounds } from '@trackrecord/kernel';

/** The first and the last day of a period, `YYYY-MM-DD`. */
export type Span = Readonly<{ from: string; to: string }>;

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

const month = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const year = '(?<year>\\d{4})';
const yearOrYears = '(?<year>\\d{4})(?: ?[/-] ?(?<second>\\d{2}|\\d{4}))?';

type Parts = Readonly<Record<string, string | undefined>>;

const numberOf = (parts: Parts, name: string): number => Number(parts[name]);

/** Whole months of a year, from 1; beyond 12 they are the next year's. */
const months = (inYear: number, first: number, last: number): Span => {
  const at = (count: number) =>
    monthBounds(inYear + Math.floor((count - 1) / 12), ((count - 1) % 12) + 1);
  return { from: at(first).first, to: at(last).last };
};

const monthOf = (parts: Parts): number => monthNames.indexOf(parts['month'] ?? '') + 1;

/** "08" after 2007 is 2008, "00" after 1999 is 2000. */
const secondYear = (first: number, text: string): number => {
  if (text.length === 4) return Number(text);
  const sameCentury = first - (first % 100) + Number(text);
  return sameCentury < first ? sameCentury + 100 : sameCentury;
};

/** Two-digit years are of this century, but for the nineties and before. */
const fullYear = (text: string): number => {
  const short = Number(text);
  return text.length === 4 ? short : short + (short < 70 ? 2000 : 1900);
};

/** A year from April to March, a school year from September to August, or years taken together. */
const years = (parts: Parts): Span | undefined => {
  const first = numberOf(parts, 'year');
  const written = parts['second'] ?? '';
  const second = secondYear(first, written);
  const isSchool = /academic|school|ay/u.test(`${parts['kind'] ?? ''}${parts['after'] ?? ''}`);
  if (second === first + 1) return isSchool ? months(first, 9, 20) : months(first, 4, 15);
  if (second <= first + 30 && second > first) return months(first, 1, 12 * (second - first + 1));
  const isMonth = written.length === 2 && Number(written) >= 1 && Number(written) <= 12;
  return isMonth ? months(first, Number(written), Number(written)) : undefined;
};

/** Where a quarter or a half begins: in January, or in April of a year that is written as two. */
const partOfYear = (parts: Parts, length: number, which: number): Span => {
  const offset = parts['second'] === undefined ? 0 : 3;
  const first = offset + (which - 1) * length + 1;
  return months(numberOf(parts, 'year'), first, first + length - 1);
};

/** First and last month of each season; winter runs into the next year. */
const seasons: Readonly<Record<string, readonly [first: number, last: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};

/** Spring and summer of 2008/09 are in 2009. */
const season = (parts: Parts): Span | undefined => {
  const [first, last] = seasons[parts['season'] ?? ''] ?? [];
  if (first === undefined || last === undefined) return undefined;
  const isSecond = parts['second'] !== undefined && first < 9;
  return months(numberOf(parts, 'year') + (isSecond ? 1 : 0), first, last);
};

const day = (parts: Parts): Span | undefined => {
  const [inMonth, of] = [String(monthOf(parts)), parts['day'] ?? ''];
  const date = `${parts['year'] ?? ''}-${inMonth.padStart(2, '0')}-${of.padStart(2, '0')}`;
  return LocalDate.is(date) ? { from: date, to: date } : undefined;
};

/** Twelve months that end with a month or on a day. */
const yearTo = (parts: Parts): Span | undefined => {
  const end = readPeriod(parts['end'] ?? '')?.to;
  if (end === undefined) return undefined;
  const [inYear = 0, inMonth = 0] = end.split('-').map(Number);
  return { from: months(inYear - 1, inMonth + 1, inMonth + 1).from, to: end };
};

/** "April to June 2009", "April 2008 – March 2009": a beginning without a year is of its end's. */
const range = (parts: Parts): Span | undefined => {
  const to = readPeriod(parts['end'] ?? '');
  const start = parts['start'] ?? '';
  const from = readPeriod(start) ?? readPeriod(`${start} ${to?.to.slice(0, 4) ?? ''}`);
  return from === undefined || to === undefined || from.from > to.to
    ? undefined
    : { from: from.from, to: to.to };
};

type Reader = readonly [shape: RegExp, read: (parts: Parts) => Span | undefined];

const reader = (shape: string, read: Reader[1]): Reader => [new RegExp(`^${shape}$`, 'u'), read];

const kinds = '(?:financial year|academic year|school year|calendar year|fy|ay|cy)';

/** From the plainest to the most particular; the first that can read a text reads it. */
const readers: ReadonlyArray<Reader> = [
  reader(`(?:(?:calendar year|cy) )?${year}`, (parts) => months(numberOf(parts, 'year'), 1, 12)),
  reader(
    `(?:(?<kind>${kinds}) )?${year} ?[/-] ?(?<second>\\d{2}|\\d{4})(?: (?<after>${kinds}))?`,
    years,
  ),
  reader('(?<date>\\d{4}-\\d{2}-\\d{2})', ({ date = '' }) =>
    LocalDate.is(date) ? { from: date, to: date } : undefined,
  ),
  reader(`(?:q|quarter )(?<which>[1-4]),? (?:of )?${yearOrYears}`, (parts) =>
    partOfYear(parts, 3, numberOf(parts, 'which')),
  ),
  reader(`${yearOrYears},? (?:q|quarter )(?<which>[1-4])`, (parts) =>
    partOfYear(parts, 3, numberOf(parts, 'which')),
  ),
  reader(`h(?<which>[12]),? (?:of )?${yearOrYears}`, (parts) =>
    partOfYear(parts, 6, numberOf(parts, 'which')),
  ),
  reader(`${yearOrYears},? h(?<which>[12])`, (parts) =>
    partOfYear(parts, 6, numberOf(parts, 'which')),
  ),
  reader(`${month}[ -]'?(?<short>\\d{4}|\\d{2})`, (parts) =>
    months(fullYear(parts['short'] ?? ''), monthOf(parts), monthOf(parts)),
  ),
  reader(`(?<day>\\d{1,2})(?:st|nd|rd|th)? ${month} ${year}`, day),
  reader(`(?<season>spring|summer|autumn|winter)(?: term)?,? ${yearOrYears}`, season),
  reader(
    '(?:(?:the )?(?:year|12 months|twelve months)) (?:ending|ended|to|up to) (?<end>.+)',
    yearTo,
  ),
  reader('(?:from )?(?<start>.+?) ?(?:-|to) ?(?<end>.+)', range),
];

const normalised = (text: string): string =>
  text.toLocaleLowerCase('en').replace(/[‐-―]/gu, '-').replace(/\s+/gu, ' ').trim();

/**
 * The days that a period covers, as people write periods in the United Kingdom: "2008", "2008/09" (April to
 * March), "academic year 2008/09", "2006-08" (three years together), "Q1 2009" and "Q1 2009/10", "March 2009",
 * "31 March 2009", "April to June 2009", "year ending March 2009", "Autumn 2008"; `undefined` where it cannot be told.
 */
export const readPeriod = (text: string): Span | undefined => {
  const words = normalised(text);
  return words.length > 60
    ? undefined
    : readers
        .values()
        .map(([shape, read]) => {
          const parts = shape.exec(words)?.groups;
          return parts === undefined ? undefined : read(parts);
        })
        .find((span) => span !== undefined);
};
