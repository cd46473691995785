import { dateInWords, LocalDate, months } from '@trackrecord/kernel';
import { elementsOf } from '../xml/xml-element.ts';
import type { StyleSheet } from './style-sheet.ts';

/** What a date format shows of a date. */
type Shows = Readonly<{ day: boolean; month: boolean; time: boolean }>;

const all: Shows = { day: true, month: true, time: true };

const showsOf = (styles: StyleSheet, dataStyle: string | undefined): Shows => {
  const style = dataStyle === undefined ? undefined : styles.named('number:date-style', dataStyle);
  if (style === undefined) return all;
  const names = new Set(elementsOf(style).map(({ name }) => name));
  return {
    day: names.has('number:day'),
    month: names.has('number:month'),
    time: names.has('number:hours'),
  };
};

/**
 * A date in full, as exactly as its cell shows it: "30 June 2027", "June 2027", "2027"; with its time where that is
 * shown and is not the day's beginning.
 * @param written as the file says it: "2027-06-30", "2027-06-30T14:00:00"
 * @returns `undefined` where there is no such day, or where the cell shows neither day nor month nor year
 */
export const dateValueInWords = (
  written: string,
  styles: StyleSheet,
  dataStyle: string | undefined,
): string | undefined => {
  const day = written.slice(0, 10);
  if (!LocalDate.is(day)) return undefined;
  const shows = showsOf(styles, dataStyle);
  const time = /T(\d\d:\d\d)/u.exec(written)?.[1] ?? '00:00';
  if (shows.day) {
    return `${dateInWords(day)}${shows.time && time !== '00:00' ? ` ${time}` : ''}`;
  }
  const year = String(Number(day.slice(0, 4)));
  if (shows.month) return `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${year}`;
  return shows.time ? undefined : year;
};
