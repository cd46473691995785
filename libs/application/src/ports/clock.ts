import type { Instant, LocalDate } from '@trackrecord/kernel';

/** The time, and the calendar of a time zone (an IANA name such as Europe/London). */
export type Clock = Readonly<{
  now: () => Instant;
  /** The date that it is there now. */
  today: (timeZone: string) => LocalDate;
  /** The last instant of a day there. */
  endOfDay: (date: LocalDate, timeZone: string) => Instant;
}>;
