import {
  describeRefusal,
  type Escalation,
  faultInPolicy,
  fieldOfRefusal,
  type ReminderPolicy,
} from '@trackrecord/domain';
import { cadenceRatings, type FormError, type FormItem } from '@trackrecord/pages';
import type { Cadence } from '@trackrecord/read-models';
import { sequenceS, sequenceT } from 'fp-ts/lib/Apply.js';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import type { Filled } from '../change/filled.ts';
import { oneOf, type ReadField, wrong } from '../change/forms/read-fields.ts';
import {
  months,
  oneDays,
  party,
  quietDays,
  region,
  severalDays,
  timeOfDay,
  timeZone,
} from './policy-field-readers.ts';

/** What the form for a policy says: how reminders go out, and how often an update is due. */
export type ReadPolicy = Readonly<{ policy: ReminderPolicy; cadence: Cadence }>;

/** What the form was made for: the ratings that it asks for, what holds now, and who can be chosen. */
export type PolicyPlace = Readonly<{
  scale: ReadonlyArray<string>;
  standing: Cadence;
  parties: ReadonlyArray<FormItem>;
}>;

/** All fields are read, or everything that is wrong with any is told. */
const validation = E.getApplicativeValidation(RA.getSemigroup<FormError>());
const all = sequenceS(validation);
const both = sequenceT(validation);

/** How often by rating; one number where the rating makes no difference. */
const cadenceIn = (
  ratings: ReadonlyArray<string>,
  each: ReadonlyArray<number>,
  standing: Cadence,
): Cadence => {
  const [first = standing.months] = each;
  return first > 0 && each.every((one) => one === first)
    ? { months: first, byRating: {} }
    : {
        months: standing.months,
        byRating: Object.fromEntries(ratings.map((rating, place) => [rating, each[place] ?? 0])),
      };
};

const readCadence = (filled: Filled, { scale, standing }: PolicyPlace): ReadField<Cadence> => {
  const ratings = cadenceRatings(scale);
  return pipe(
    ratings,
    RA.traverseWithIndex(validation)((place, rating) => months(filled, rating, place)),
    E.map((each) => cadenceIn(ratings, each, standing)),
  );
};

const readEscalation = ({ text }: Filled): ReadField<Escalation> =>
  pipe(
    all({
      support: oneDays('escalationSupport', 'To whoever helps with it', text('escalationSupport')),
      manager: oneDays('escalationManager', 'To the plan’s manager', text('escalationManager')),
      sponsor: oneDays('escalationSponsor', 'To the sponsor', text('escalationSponsor')),
    }),
    E.map(({ support, manager, sponsor }) => ({
      ...(support === undefined ? {} : { support }),
      ...(manager === undefined ? {} : { manager }),
      ...(sponsor === undefined ? {} : { sponsor }),
    })),
  );

const readQuiet = (filled: Filled): ReadField<ReminderPolicy['quiet']> =>
  pipe(
    all({
      holidays: region(filled.text('holidays')),
      days: quietDays(filled.text('quietDays')),
    }),
    E.map(({ holidays, days }) => ({
      weekends: filled.ticked('weekends').includes('yes'),
      ...(holidays === undefined ? {} : { holidays }),
      ...(days.length === 0 ? {} : { days }),
    })),
  );

/** The refusals of a policy by the fields that the form has. */
const fieldNamed: Readonly<Record<string, string>> = { escalation: 'escalationSupport' };

const withoutFault = (policy: ReminderPolicy): ReadField<ReminderPolicy> => {
  const fault = faultInPolicy(policy);
  if (fault === undefined) return E.right(policy);
  const field = fieldOfRefusal(fault) ?? 'daysAfter';
  return wrong(fieldNamed[field] ?? field, describeRefusal(fault));
};

const readReminders = (filled: Filled, { parties }: PolicyPlace): ReadField<ReminderPolicy> => {
  const { text, ticked } = filled;
  return pipe(
    all({
      daysBefore: severalDays('daysBefore', 'Days before it is due', text('daysBefore')),
      daysAfter: severalDays('daysAfter', 'Days after it was due', text('daysAfter')),
      thenEvery: oneDays('thenEvery', 'Then every so many days', text('thenEvery')),
      escalation: readEscalation(filled),
      quiet: readQuiet(filled),
      at: timeOfDay(text('at')),
      form: oneOf('form', 'Messages: Choose one.', ['digest', 'single'], text('form')),
      timeZone: timeZone(text('timeZone')),
      manager: party('manager', 'The plan’s manager', text('manager'), parties),
      sponsor: party('sponsor', 'The sponsor', text('sponsor'), parties),
    }),
    E.map(({ thenEvery, timeZone: zone, manager, sponsor, ...policy }): ReminderPolicy => ({
      ...policy,
      paused: ticked('paused').includes('yes'),
      ...(thenEvery === undefined ? {} : { thenEvery }),
      ...(zone === undefined ? {} : { timeZone: zone }),
      ...(manager === undefined ? {} : { manager }),
      ...(sponsor === undefined ? {} : { sponsor }),
    })),
    E.chain(withoutFault),
  );
};

/** Reads the form, or says everything that is wrong with it. */
export const readPolicy = (filled: Filled, place: PolicyPlace): ReadField<ReadPolicy> =>
  pipe(
    both(readCadence(filled, place), readReminders(filled, place)),
    E.map(([cadence, policy]) => ({ cadence, policy })),
  );
