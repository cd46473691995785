import type { Instant, LocalDate } from '@trackrecord/kernel';

/** What calendar and clocks show somewhere: the date, and the time of day, "14:02". */
export type LocalTime = Readonly<{ date: LocalDate; time: string }>;

/** The time, and the calendar of a time zone (an IANA name such as Europe/London). */
export type Clock = Readonly<{
  now: () => Instant;
  /** The date that it is there now. */
  today: (timeZone: string) => LocalDate;
  /** The last instant of a day there. */
  endOfDay: (date: LocalDate, timeZone: string) => Instant;
  /** What calendar and clocks there show at an instant. */
  local: (instant: Instant, timeZone: string) => LocalTime;
}>;
