/**
 * What no calendar may hold (RFC 5545, section 3.3.11, leaves out all controls but tabs and line ends), and marks that
 * turn the direction of text around: a title could say something else than it is.
 */
const unfit = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text that any calendar can hold: whole characters, lines that end with a line feed alone. */
export const calendarText = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/gu, '\n').replaceAll(unfit, '');

/** The same on one line. */
export const calendarLine = (text: string): string =>
  calendarText(text)
    .replaceAll(/[\t\n]+/gu, ' ')
    .trim();

/** A line escaped as a value of type TEXT, for properties that are written as they are given. */
export const escapedLine = (text: string): string =>
  calendarLine(text).replaceAll(/[\\;,]/gu, (character) => `\\${character}`);
