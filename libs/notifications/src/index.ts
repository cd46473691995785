/**
 * What leaves the house: messages by email, calendars, links that are signed.
 * Each implements a port of the application; nothing here decides who gets what, or when.
 */
export { writeCalendar } from './calendar/write-calendar.ts';
