import { addDays, LocalDate } from '@trackrecord/kernel';

/** Day 0 of a spreadsheet's calendar, which counts a 29 February 1900 that there never was. */
const dayZero = '1899-12-30';

/** The years 2000 to 2099: other numbers of five figures are hardly days. */
const [first, last] = [36_526, 73_050];

/**
 * The day that a spreadsheet keeps as a number: "46203" is 30 June 2026. `undefined` where a text is no such number; a
 * time of the day after it is left out.
 */
export const serialDateIn = (text: string): LocalDate | undefined => {
  const digits = /^(\d{5})(?:\.\d{1,12})?$/.exec(text.trim())?.[1];
  const days = Number(digits ?? 0);
  return days >= first && days <= last && LocalDate.is(dayZero)
    ? addDays(days)(dayZero)
    : undefined;
};
