/**
 * What leaves the house: messages by email, calendars, links that are signed.
 * Each implements a port of the application; nothing here decides who gets what, or when.
 */
export * from './calendar/uk-bank-holidays.ts';
export { writeCalendar } from './calendar/write-calendar.ts';
export { outboxMailer } from './email/outbox-mailer.ts';
export * from './email/read-smtp-settings.ts';
export * from './email/smtp-mailer.ts';
export type { SmtpSettings } from './email/smtp-settings.ts';
export * from './letter/write-letter.ts';
export * from './links/signed-links.ts';
