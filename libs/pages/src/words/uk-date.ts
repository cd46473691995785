import { LocalDate } from '@trackrecord/kernel';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const inWords = (date: string, monthOf: (month: string) => string): string => {
  if (!LocalDate.is(date)) return date;
  const month = months[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8, 10))} ${monthOf(month)} ${Number(date.slice(0, 4))}`;
};

/** "3 March 2026"; what is no date stays as it is. */
export const ukDate = (date: string): string => inWords(date, (month) => month);

/** "3 Mar 2026", for columns. */
export const ukShortDate = (date: string): string => inWords(date, (month) => month.slice(0, 3));

/** "3/3/2026", as it is typed; what is no date stays as it is. */
export const ukNumbersDate = (date: string): string =>
  LocalDate.is(date)
    ? `${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))}/${Number(date.slice(0, 4))}`
    : date;
