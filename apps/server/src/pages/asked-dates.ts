import type { Question } from '@trackrecord/application';
import {
  type DateBar,
  type FormErrors,
  noErrors,
  parseDates,
  type TypedDates,
  withDates,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Exchange } from '../http/exchange.ts';

/** The dates that a page is asked for. Where one is no date the frame tells it, and the page is of today. */
export type AskedDates = Readonly<{
  question: Question;
  errors: FormErrors;
  /** What the date bar needs of the request: the page without its dates, and what was typed and refused. */
  bar: Pick<DateBar, 'here' | 'question' | 'refused'>;
}>;

const typedIn = ({ query }: Exchange): TypedDates & Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['asOf', 'knownAt', 'asIn'].flatMap((name) => {
      const value = query.one(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The address of a page with everything that it was asked but the dates. */
const hereOf = ({ path, query }: Exchange): string => {
  const asked = new URLSearchParams();
  query.names().forEach((name) => {
    query.all(name).forEach((value) => {
      asked.append(name, value);
    });
  });
  return withDates(`${path}?${asked.toString()}`, {});
};

/** Reads the dates of an address. */
export const askedDates = (exchange: Exchange): AskedDates => {
  const typed = typedIn(exchange);
  const here = hereOf(exchange);
  return pipe(
    parseDates(typed),
    E.match(
      (errors): AskedDates => ({
        question: {},
        errors,
        bar: { here, question: {}, refused: { typed, errors } },
      }),
      (question): AskedDates => ({ question, errors: noErrors, bar: { here, question } }),
    ),
  );
};

/** Whose calendar says which day it is for pages; plans of other zones are asked in their own. */
export const pagesZone = 'Europe/London';
