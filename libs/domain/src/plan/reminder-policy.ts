import { LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, TimeZone } from '../words.ts';

/** The parts of the United Kingdom that have bank holidays of their own. */
export const BankHolidayRegion = t.keyof(
  { England: null, Scotland: null, Wales: null, 'Northern Ireland': null },
  'BankHolidayRegion',
);
export type BankHolidayRegion = t.TypeOf<typeof BankHolidayRegion>;

const checked = <A>(name: string, is: t.Is<A>): t.Type<A, A> =>
  new t.Type(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    (value) => value,
  );

/** A time of day, "09:00": hours and minutes of a day of 24 hours. */
export const TimeOfDay = checked(
  'TimeOfDay',
  (value): value is string =>
    typeof value === 'string' && /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(value),
);

/** A number of days, 1 to 366. */
export const Days = checked(
  'Days',
  (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 366,
);

/** After how many days past the due date a reminder goes up to whom; to whom no days are given, it never goes up. */
export const Escalation = t.partial({ support: Days, manager: Days, sponsor: Days }, 'Escalation');
export type Escalation = t.TypeOf<typeof Escalation>;

/** Days on which nothing is sent; what falls on one goes out on the next day that is none. */
export const QuietDays = t.intersection(
  [
    t.type({ weekends: t.boolean }),
    t.partial({ holidays: BankHolidayRegion, days: t.readonlyArray(LocalDate) }),
  ],
  'QuietDays',
);
export type QuietDays = t.TypeOf<typeof QuietDays>;

/** How a plan asks for updates that are due. */
export const ReminderPolicy = t.intersection(
  [
    t.type({
      /** Nothing is sent as long as they are paused. */
      paused: t.boolean,
      /** So many days before and after an update is due, it is asked for … */
      daysBefore: t.readonlyArray(Days),
      daysAfter: t.readonlyArray(Days),
      escalation: Escalation,
      quiet: QuietDays,
      /** From when on a day's reminders go out, by the clock of the plan's time zone (or the policy's own). */
      at: TimeOfDay,
      /** One message a person, or one a thing that is owed. */
      form: t.keyof({ digest: null, single: null }),
    }),
    t.partial({
      /** … and after the last of them every so many days, until it is given. */
      thenEvery: Days,
      timeZone: TimeZone,
      /** Who gets what nobody owns; where nobody is named, whoever has the role of the plan's manager. */
      manager: PartyId,
      /** To whom it goes up in the end. */
      sponsor: PartyId,
    }),
  ],
  'ReminderPolicy',
);
export type ReminderPolicy = t.TypeOf<typeof ReminderPolicy>;
