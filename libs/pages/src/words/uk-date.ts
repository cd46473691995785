import { LocalDate } from '@trackrecord/kernel';
import { dateInWords } from '@trackrecord/read-models';

/** "3 March 2026"; what is no date stays as it is. */
export const ukDate = (date: string): string => (LocalDate.is(date) ? dateInWords(date) : date);

/** "3 Mar 2026", for columns. */
export const ukShortDate = (date: string): string =>
  ukDate(date).replace(/(?<= \p{L}{3})\p{L}+/u, '');

/** "3/3/2026", as it is typed; what is no date stays as it is. */
export const ukNumbersDate = (date: string): string =>
  LocalDate.is(date)
    ? `${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))}/${Number(date.slice(0, 4))}`
    : date;
