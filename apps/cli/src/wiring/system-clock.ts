import type { Clock } from '@trackrecord/application';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { Temporal } from 'temporal-polyfill';

const instantOf = (instant: Temporal.Instant): Instant => {
  const text = instant.toString({ smallestUnit: 'millisecond' });
  if (Instant.is(text)) return text;
  throw new Error(`${text} is outside of the years that a plan can be in`);
};

const dateOf = (date: Temporal.PlainDate): LocalDate => {
  const text = date.toString();
  if (LocalDate.is(text)) return text;
  throw new Error(`${text} is outside of the years that a plan can be in`);
};

/**
 * The machine's clock and the IANA calendar.
 * @param fixed an instant that stands in for now, as in tests and tours
 */
export const systemClock = (fixed?: Instant): Clock => {
  const now = (): Temporal.Instant =>
    fixed === undefined ? Temporal.Now.instant() : Temporal.Instant.from(fixed);
  return {
    now: () => instantOf(now()),
    today: (timeZone) => dateOf(now().toZonedDateTimeISO(timeZone).toPlainDate()),
    endOfDay: (date, timeZone) =>
      instantOf(
        Temporal.PlainDate.from(date)
          .add({ days: 1 })
          .toZonedDateTime(timeZone)
          .toInstant()
          .subtract({ milliseconds: 1 }),
      ),
    local: (instant, timeZone) => {
      const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
      return {
        date: dateOf(there.toPlainDate()),
        time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
      };
    },
  };
};
