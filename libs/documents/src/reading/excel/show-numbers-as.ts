import { months } from '@trackrecord/kernel';
import { dateFromSerial, format, getFormatDateInfo, isDateFormat } from 'numfmt';

/** A number as a cell shows it. */
export type Shown = Readonly<{
  words: string;
  /** The words say a year that the cell does not show ("30-Jun"). */
  isYearUnseen?: true;
  /** The cell shows nothing of its value. */
  isUnseen?: true;
}>;

export type ShowNumber = Readonly<{
  number: (value: number) => Shown;
  text: (words: string) => Shown;
  isDate: boolean;
}>;

const locale = 'en-GB';

/** Days from 1 January 1900, Excel's first, to the first of the other calendar that a workbook may count by. */
const daysTo1904 = 1462;

/** 31 December 9999. */
const lastDay = 2_958_465;

/** Excel keeps fifteen digits; whole numbers are shown with all of them, as in a cell that is wide enough. */
const general = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : format('General', value, { locale });

const asPattern = (pattern: string, value: number | string): string => {
  try {
    return format(pattern, value, { locale, dateSpanLarge: false });
  } catch {
    // A pattern that is none: as Excel shows a cell that has none.
    return typeof value === 'string' ? value : general(value);
  }
};

const padded = (value: number): string => String(value).padStart(2, '0');

/** Seconds of the day, as a clock shows them. */
const timeOf = (seconds: number, isExact: boolean): string => {
  const second = seconds % 60;
  const minute = Math.floor(seconds / 60) % 60;
  const shown = `${padded(Math.floor(seconds / 3600))}:${padded(minute)}`;
  return isExact && second > 0 ? `${shown}:${padded(second)}` : shown;
};

const secondsOfDay = 86_400;

type DateInfo = ReturnType<typeof getFormatDateInfo>;

/**
 * The day, month or year that a cell holds, as exactly as its pattern shows it; with what is coarser always told, so
 * that "30-Jun" is a date. A time is told where the pattern has one and it is not the day's beginning.
 */
const dateWords = (serial: number, shows: DateInfo): Shown => {
  // A time is a fraction that is seldom exact: half past two may be a thousandth of a second short of it.
  const all = shows.hours ? Math.round(serial * secondsOfDay) : Math.floor(serial) * secondsOfDay;
  const [year, month, day] = dateFromSerial(Math.floor(all / secondsOfDay));
  const seconds = all % secondsOfDay;
  const monthYear = `${months[month - 1] ?? ''} ${year}`;
  const words = shows.day
    ? `${day} ${monthYear}${seconds > 0 ? ` ${timeOf(seconds, shows.seconds)}` : ''}`
    : shows.month
      ? monthYear
      : String(year);
  return shows.year ? { words } : { words, isYearUnseen: true };
};

const hidesAll = (pattern: string): boolean => /^;;;\s*$/u.test(pattern);

/** A day of the month or of the week alone is no date. */
const isOfCalendar = (shows: DateInfo): boolean => shows.month || shows.year;

/** A pattern may show text with something around it: `"Ref "@`. */
const showsTextItsWay = (pattern: string): boolean => pattern.includes('@') && pattern !== '@';

/**
 * How numbers are shown by a number format of Excel's, in British English; dates are told in full, as "30 June 2027".
 * @param pattern "0.0%", "dd/mm/yyyy"
 * @param is1904 whether days are counted from 1904
 */
export const showNumbersAs = (pattern: string, is1904: boolean): ShowNumber => {
  if (hidesAll(pattern)) {
    const show = (value: number | string): Shown => ({
      words: typeof value === 'string' ? value : general(value),
      isUnseen: true,
    });
    return { number: show, text: show, isDate: false };
  }
  const text = showsTextItsWay(pattern)
    ? (words: string): Shown => ({ words: asPattern(pattern, words) })
    : (words: string): Shown => ({ words });
  if (/^general$/iu.test(pattern) || pattern === '@')
    return { number: (value) => ({ words: general(value) }), text, isDate: false };
  const isDate = isDateFormat(pattern);
  const shows = getFormatDateInfo(pattern);
  const number = (value: number): Shown => {
    if (!isDate) return { words: asPattern(pattern, value) };
    const serial = is1904 ? value + daysTo1904 : value;
    return isOfCalendar(shows) && serial >= 1 && serial < lastDay + 1
      ? dateWords(serial, shows)
      : { words: asPattern(pattern, serial) };
  };
  return { number, text, isDate };
};
