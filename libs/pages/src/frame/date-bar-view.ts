import type { KnownAt } from '@trackrecord/application';
import { noErrors } from '../forms/form-errors.ts';
import { ukDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { knownAtText, withDates, withoutDates } from './date-query.ts';
import type { DateBar } from './frame.ts';

/** The second clock in words: "known today", "known at ordinal 59". */
export const knownInWords = (knownAt: KnownAt | undefined): string => {
  switch (knownAt?._tag) {
    case undefined:
      return 'known today';
    case 'AtOrdinal':
      return `known at ordinal ${knownAt.ordinal}`;
    case 'AtInstant':
      return `known at ${ukInstant(knownAt.instant)}`;
    case 'AtEndOf':
      return `known on ${ukDate(knownAt.date)}`;
  }
};

const isOnToday = ({ question, today }: DateBar): boolean =>
  (question.asOf === undefined || question.asOf === today) &&
  question.knownAt === undefined &&
  question.asIn === undefined;

/** The two clocks as one phrase: "as of 30 June 2009, as known on 1 July 2009". */
const clocksInWords = ({ question, asOf, today }: DateBar): string => {
  const date = `as of ${asOf === today ? 'today, ' : ''}${ukDate(asOf)}`;
  const document = question.asIn === undefined ? '' : `, as in “${question.asIn}”`;
  return `${date}, as ${knownInWords(question.knownAt)}${document}`;
};

/** The date bar as its template takes it. */
export const dateBarView = (bar: DateBar) => {
  const { path, kept } = withoutDates(bar.here);
  const { question, refused } = bar;
  const knownAt = question.knownAt === undefined ? '' : knownAtText(question.knownAt);
  return {
    onToday: isOnToday(bar),
    open: refused !== undefined,
    today: bar.today,
    ordinal: bar.ordinal,
    sentence: `You are looking at ${bar.subject} ${clocksInWords(bar)}.`,
    paperLine: `${clocksInWords(bar).replace(/^as/u, 'As').replaceAll(', as ', ' · ')} · ordinal ${bar.ordinal}`,
    back: withDates(bar.here, {}),
    path,
    kept,
    asOf: refused?.typed['asOf'] ?? question.asOf ?? '',
    knownAt: refused?.typed['knownAt'] ?? knownAt,
    asIn: refused?.typed['asIn'] ?? question.asIn ?? '',
    errors: refused?.errors ?? noErrors,
    documents: bar.documents.map(({ value, name, on }) => ({
      value,
      text: `${name} (${ukDate(on)})`,
    })),
  };
};
