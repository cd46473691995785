import { BankHolidayRegion, notRated, type ReminderPolicy } from '@trackrecord/domain';
import type { Cadence } from '@trackrecord/read-models';
import type { FormItem } from '../change/form-field.ts';
import { count } from '../words/count.ts';
import { ukNumbersDate } from '../words/uk-date.ts';

/** The fields of the form for a policy by their names. */
export const policyFields = {
  daysBefore: 'daysBefore',
  daysAfter: 'daysAfter',
  thenEvery: 'thenEvery',
  escalationSupport: 'escalationSupport',
  escalationManager: 'escalationManager',
  escalationSponsor: 'escalationSponsor',
  manager: 'manager',
  sponsor: 'sponsor',
  weekends: 'weekends',
  holidays: 'holidays',
  quietDays: 'quietDays',
  at: 'at',
  timeZone: 'timeZone',
  form: 'form',
  paused: 'paused',
} as const;

/** The field of how often an update is due, by the place of the rating among `cadenceRatings`. */
export const cadenceField = (place: number): string => `cadence-${place}`;

/** The ratings that a cadence is said for: the plan's scale, and what is not rated. */
export const cadenceRatings = (scale: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...scale,
  notRated,
];

const mostMonths = 24;

/** Never, or every so many months. */
export const cadenceItems: ReadonlyArray<FormItem> = Array.from(
  { length: mostMonths + 1 },
  (_, months) => ({
    value: String(months),
    text: months === 0 ? 'Never' : months === 1 ? 'Every month' : `Every ${count(months, 'month')}`,
  }),
);

export const holidayRegions = Object.keys(BankHolidayRegion.keys).filter(BankHolidayRegion.is);

/** What a form holds: as somebody typed it, or as a policy has it. */
export type PolicyTyped = Readonly<{
  text: (field: string) => string;
  ticked: (field: string) => boolean;
}>;

const days = (all: ReadonlyArray<number>): string => all.join(', ');

const written = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value);

/** A policy and a cadence as they stand in the form's fields, by name; a box that is ticked is "yes". */
export const policyStanding = (
  policy: ReminderPolicy,
  cadence: Cadence,
  scale: ReadonlyArray<string>,
): Readonly<Record<string, string>> => {
  const { escalation, quiet } = policy;
  return {
    daysBefore: days(policy.daysBefore),
    daysAfter: days(policy.daysAfter),
    thenEvery: written(policy.thenEvery),
    escalationSupport: written(escalation.support),
    escalationManager: written(escalation.manager),
    escalationSponsor: written(escalation.sponsor),
    manager: written(policy.manager),
    sponsor: written(policy.sponsor),
    weekends: quiet.weekends ? 'yes' : '',
    holidays: written(quiet.holidays),
    quietDays: (quiet.days ?? []).map(ukNumbersDate).join('\n'),
    at: policy.at,
    timeZone: written(policy.timeZone),
    form: policy.form,
    paused: policy.paused ? 'yes' : '',
    ...Object.fromEntries(
      cadenceRatings(scale).map((rating, place) => [
        cadenceField(place),
        String(cadence.byRating[rating] ?? cadence.months),
      ]),
    ),
  };
};
