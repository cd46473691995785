import type { Calendar, CalendarEntry, CalendarWriter } from '@trackrecord/application/ports';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { calendarLine, calendarText, escapedLine } from './calendar-text.ts';

/** How often a program looks again: dates of plans change a few times a day at most. */
const refresh_s = 6 * 60 * 60;

const product = { company: 'Trackrecord', product: 'Calendar', language: 'EN' };

const addEntry =
  (calendar: ICalCalendar, stamp: Calendar['stamp']) =>
  ({ uid, on, summary, description, url, category, revision }: CalendarEntry): void => {
    calendar.createEvent({
      // Written as it is given: what an entry may be called needs no escaping.
      id: calendarLine(uid),
      sequence: revision,
      stamp,
      // A date alone is midnight UTC, whose date it is written as.
      start: on,
      allDay: true,
      summary: calendarLine(summary),
      description: calendarText(description),
      // Nobody is kept from anything else on the day on which an update is due.
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: calendarLine(category) }],
      ...(url === null ? {} : { url: calendarLine(url) }),
    });
  };

/**
 * Writes a calendar as iCalendar (RFC 5545; its name and how often to look again by RFC 7986), for programs to
 * subscribe to: one all-day event an entry, lines of at most 75 octets that end with CR LF. The same calendar is the
 * same text.
 */
export const writeCalendar: CalendarWriter = ({ name, description, stamp, entries }) => {
  const calendar = ical({
    prodId: product,
    method: ICalCalendarMethod.PUBLISH,
    // These two are written as they are given.
    name: escapedLine(name),
    description: escapedLine(description),
    ttl: refresh_s,
  });
  entries.forEach(addEntry(calendar, stamp));
  // The library leaves the last line without its end, which RFC 5545 demands of each.
  return `${calendar.toString()}\r\n`;
};
