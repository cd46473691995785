import { daysBetween, LocalDate } from '@trackrecord/kernel';
import { dateInWords } from '@trackrecord/read-models';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const [aMonday] = ['2026-06-29'].filter(LocalDate.is);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: LocalDate): number =>
  aMonday === undefined ? 0 : ((daysBetween(aMonday, date) % 7) + 7) % 7;

/** "Monday 6 July 2026". */
export const ukWeekday = (date: LocalDate): string =>
  `${names[weekdayOf(date)] ?? ''} ${dateInWords(date)}`;
