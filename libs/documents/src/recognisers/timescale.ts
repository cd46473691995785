import { LocalDate } from '@trackrecord/kernel';
import type { Timescale } from '../proposal/timescale.ts';
import { type DateExpression, listDateExpressions } from './date-expression.ts';

/** A timescale found in a text, how its words stand out, and the date in it that does not exist. */
export type FoundTimescale = Readonly<{
  timescale: Timescale;
  /** "by": until then. "range": from one to the other. "in": within that time. "from": not before. */
  reading: 'by' | 'range' | 'in' | 'from';
  /** Only a year, with nothing around it that says that it is a time. */
  isBareYear: boolean;
  impossible?: string;
}>;

const connector = /^\s*(?:–|—|-|to|and|until|till)\s*$/;
const prefix =
  /\b(by(?:\s+the)?(?:\s+end(?:\s+of)?)?|before|until|no later than|(?:the\s+)?end(?:\s+of)?|from|after|since|between|starting|in(?:\s+the)?|during|within)\s*$/i;

const readingOf = (before: string): FoundTimescale['reading'] => {
  if (/^(?:by|before|until|no later|the end|end)/i.test(before)) return 'by';
  return /^(?:from|after|since|starting)/i.test(before) ? 'from' : 'in';
};

const localDate = (text: string | undefined): LocalDate | undefined =>
  LocalDate.is(text) ? text : undefined;

const bounds = (
  earliest: string | undefined,
  latest: string | undefined,
): Pick<Timescale, 'earliest' | 'latest'> => {
  const from = localDate(earliest);
  const to = localDate(latest);
  if (from !== undefined && to !== undefined && to < from) return {};
  return {
    ...(from === undefined ? {} : { earliest: from }),
    ...(to === undefined ? {} : { latest: to }),
  };
};

const dated = (
  reading: FoundTimescale['reading'],
  first: DateExpression,
  second: DateExpression | undefined,
): Pick<Timescale, 'earliest' | 'latest'> => {
  if (second !== undefined) return bounds(first.first, second.last);
  if (reading === 'by') return bounds(undefined, first.last);
  return reading === 'from' ? bounds(first.first, undefined) : bounds(first.first, first.last);
};

/** The words of a timescale are looked for in the first part of a text only. */
const reach = 2000;

const asFound = (
  text: string,
  dates: ReadonlyArray<DateExpression>,
  at: number,
): FoundTimescale | undefined => {
  const first = dates[at];
  if (first === undefined) return undefined;
  const before = prefix.exec(text.slice(Math.max(0, first.start - 24), first.start))?.[0] ?? '';
  const next = dates[at + 1];
  const second =
    next !== undefined && connector.test(text.slice(first.end, next.start)) ? next : undefined;
  if (second === undefined && first.isPartial) return undefined;
  const reading = second === undefined ? readingOf(before) : 'range';
  const impossible = first.impossible
    ? first.words
    : second?.impossible === true
      ? second.words
      : undefined;
  const asWritten = text.slice(first.start - before.length, (second ?? first).end).trim();
  return {
    timescale: {
      asWritten,
      ...(impossible === undefined ? dated(reading, first, second) : {}),
    },
    reading,
    isBareYear: first.isBareYear && second === undefined && reading === 'in',
    ...(impossible === undefined ? {} : { impossible }),
  };
};

/**
 * The first timescale in a text: "by September 2010" (until the 30th), "Autumn 2008" (September to November),
 * "Sept 2008 – July 2009", "31/03/2027" (day first), "2008/09" (April to March; the academic year if it says so).
 * A bare year is taken only where nothing says more.
 */
export const recogniseTimescale = (text: string): FoundTimescale | undefined => {
  const words = text.slice(0, reach);
  const dates = listDateExpressions(words);
  const found = dates.flatMap((_, at) => asFound(words, dates, at) ?? []);
  return found.find((one) => !one.isBareYear) ?? found[0];
};
