import { ukDate } from './uk-date.ts';

/** A message that programs get too, as it is printed for people: dates in words, and quotation marks of print. */
export const printed = (message: string): string =>
  message
    .replace(/\b\d{4}-\d{2}-\d{2}\b/gu, ukDate)
    .replace(/"([^"]*)"/gu, '“$1”')
    .replace(/(?<=\p{L})'/gu, '’');
