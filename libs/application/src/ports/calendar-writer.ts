import type { Instant, LocalDate } from '@trackrecord/kernel';

/** One thing on one day. */
export type CalendarEntry = Readonly<{
  /** The same for the same thing whatever its date: programs move it then. Letters, digits, `-._!~*'()%/` only. */
  uid: string;
  on: LocalDate;
  summary: string;
  description: string;
  /** The page to open from it; `null` where nobody said where the pages are. */
  url: string | null;
  category: string;
  /** Never falls: of two states of one entry, the one with the greater revision is the newer. */
  revision: number;
}>;

/** Dates for a calendar program to show. */
export type Calendar = Readonly<{
  name: string;
  description: string;
  /** When it was said; no part of it is later. */
  stamp: Instant;
  entries: ReadonlyArray<CalendarEntry>;
}>;

/** A calendar as calendar programs read it: iCalendar, RFC 5545. */
export type CalendarWriter = (calendar: Calendar) => string;
