import type { LocalDate } from './local-date.ts';

/** What the months are called, January first. */
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
];

/** "3 March 2026". */
export const dateInWords = (date: LocalDate): string => {
  const month = months[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8, 10))} ${month} ${Number(date.slice(0, 4))}`;
};
