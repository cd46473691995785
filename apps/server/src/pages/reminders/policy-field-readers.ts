import { isTimeZone } from '@trackrecord/application';
import { BankHolidayRegion, Days, PartyId, TimeOfDay } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { cadenceField, type FormItem, parseUkDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type { Filled } from '../change/filled.ts';
import { type ReadField, saidOf, wrong } from '../change/forms/read-fields.ts';

const shortened = (typed: string): string => typed.trim().slice(0, 60);

/** A number of days that may be left out. */
export const oneDays = (
  field: string,
  name: string,
  typed: string,
): ReadField<number | undefined> => {
  if (typed.trim() === '') return E.right(undefined);
  const days = Number(typed.trim());
  return /^\d+$/u.test(typed.trim()) && Days.is(days)
    ? E.right(days)
    : wrong(
        field,
        saidOf(
          name,
          `“${shortened(typed)}” is not accepted. Enter whole days from 1 to 366, or nothing.`,
        ),
      );
};

/** Days in any order, each counted once. */
export const severalDays = (
  field: string,
  name: string,
  typed: string,
): ReadField<ReadonlyArray<number>> => {
  const parts = typed.split(/[\s,;]+/u).filter((part) => part !== '');
  const bad = parts.find((part) => !/^\d+$/u.test(part) || !Days.is(Number(part)));
  return bad === undefined
    ? E.right([...new Set(parts.map(Number))].toSorted((a, b) => a - b))
    : wrong(
        field,
        saidOf(
          name,
          `“${shortened(bad)}” is not accepted. Enter whole days from 1 to 366, such as 1, 8, 15, or nothing.`,
        ),
      );
};

const mostQuietDays = 100;

/** Days one a line, each counted once. */
export const quietDays = (typed: string): ReadField<ReadonlyArray<LocalDate>> => {
  const lines = typed.split(/[\n;,]+/u).filter((line) => line.trim() !== '');
  if (lines.length > mostQuietDays)
    return wrong('quietDays', `Further days: Enter at most ${mostQuietDays} days.`);
  const read = lines.map(parseUkDate('Further days'));
  const bad = read.find(E.isLeft);
  return bad === undefined
    ? E.right([...new Set(read.flatMap((one) => (E.isRight(one) ? [one.right] : [])))].toSorted())
    : wrong('quietDays', bad.left);
};

/** Somebody of a list, or nobody. */
export const party = (
  field: string,
  name: string,
  typed: string,
  parties: ReadonlyArray<FormItem>,
): ReadField<PartyId | undefined> => {
  if (typed === '') return E.right(undefined);
  return PartyId.is(typed) && parties.some(({ value }) => value === typed)
    ? E.right(typed)
    : wrong(field, saidOf(name, `“${shortened(typed)}” is nobody here. Choose one from the list.`));
};

/** A time zone that there is, or none. */
export const timeZone = (typed: string): ReadField<string | undefined> => {
  const zone = typed.trim();
  if (zone === '') return E.right(undefined);
  return isTimeZone(zone)
    ? E.right(zone)
    : wrong(
        'timeZone',
        `By which time zone: “${shortened(zone)}” is none. Enter one such as Europe/London, or nothing for the plan’s own.`,
      );
};

/** "9:00" is meant as "09:00", and "9.30" as "09:30". */
export const timeOfDay = (typed: string): ReadField<string> => {
  const at = typed.trim().replace('.', ':').padStart(5, '0');
  return TimeOfDay.is(at)
    ? E.right(at)
    : wrong(
        'at',
        `From what time of day: “${shortened(typed)}” is none. Enter hours and minutes of a day of 24 hours, such as 09:00.`,
      );
};

/** Whose bank holidays, or nobody’s. */
export const region = (typed: string): ReadField<BankHolidayRegion | undefined> => {
  if (typed === '') return E.right(undefined);
  return BankHolidayRegion.is(typed)
    ? E.right(typed)
    : wrong('holidays', 'Bank holidays of: Choose one from the list.');
};

/** How often an update is due, in months; 0 for never. */
export const months = (filled: Filled, rating: string, place: number): ReadField<number> => {
  const field = cadenceField(place);
  const typed = filled.text(field);
  const value = Number(typed);
  return /^\d{1,2}$/u.test(typed) && value <= 24
    ? E.right(value)
    : wrong(field, `${rating}: Choose how often an update is due from the list.`);
};
