import { mostLines } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { Exchange } from '../http/exchange.ts';
import { both, param, type Params } from './params.ts';

/** Which page of a list: how many of it, and from where on. */
export type Paging = Readonly<{ limit: number; after: string | undefined }>;

const readLimit = (text: string | undefined): E.Either<string, number> => {
  if (text === undefined) return E.right(mostLines);
  const limit = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= mostLines
    ? E.right(limit)
    : E.left(
        `"${text.slice(0, 80)}" is not accepted; accepted is a whole number from 1 to ${mostLines}.`,
      );
};

const readAfter = (text: string | undefined): E.Either<string, string | undefined> =>
  text === undefined || /^\d{1,15}(\.\d{1,15})?$/u.test(text)
    ? E.right(text)
    : E.left(
        `"${text.slice(0, 80)}" is no place in a list; accepted is what the Link header of the page before has, such as 812.3.`,
      );

/** Answers by pages, each beginning where the one before ended: what is recorded meanwhile moves nothing. */
export const pagingParams: Params<Paging> = both(
  param(
    {
      name: 'limit',
      description: 'How many lines at most.',
      schema: { type: 'integer', minimum: 1, maximum: mostLines, default: mostLines },
    },
    readLimit,
    (limit) => ({ limit }),
  ),
  param(
    {
      name: 'after',
      description: 'The end of the page before, as its Link header has it.',
      schema: { type: 'string', pattern: '^\\d{1,15}(\\.\\d{1,15})?$' },
    },
    readAfter,
    (after) => ({ after }),
  ),
);

type Place = Readonly<{ ordinal: number; place: number }>;

const isBeyond = (one: Place, other: Place): boolean =>
  one.ordinal > other.ordinal || (one.ordinal === other.ordinal && one.place > other.place);

const placeIn = (after: string | undefined): Place => {
  const [ordinal = '0', place] = (after ?? '0').split('.');
  return {
    ordinal: Number(ordinal),
    place: place === undefined ? (after === undefined ? -1 : Infinity) : Number(place),
  };
};

/**
 * A page of a list that is in the order of recording, and where the next one begins.
 * @param ordinalOf the ordinal of a line; several lines of one event stand together
 */
export const pageOf = <Line>(
  lines: ReadonlyArray<Line>,
  ordinalOf: (line: Line) => number,
  { limit, after }: Paging,
): Readonly<{ page: ReadonlyArray<Line>; next: string | undefined }> => {
  const seen = new Map<number, number>();
  const placed = lines.map((line) => {
    const ordinal = ordinalOf(line);
    const place = seen.get(ordinal) ?? 0;
    seen.set(ordinal, place + 1);
    return { line, ordinal, place };
  });
  const beyond = placed.filter((one) => isBeyond(one, placeIn(after)));
  const page = beyond.slice(0, limit);
  const last = page.at(-1);
  return {
    page: page.map(({ line }) => line),
    next:
      last === undefined || beyond.length <= limit ? undefined : `${last.ordinal}.${last.place}`,
  };
};

/** Where the next page is, as RFC 8288 tells it: the same question from there on. */
export const nextLink = (
  { path, query }: Exchange,
  next: string | null | undefined,
): Readonly<Record<string, string>> => {
  if (next === null || next === undefined) return {};
  const asked = new URLSearchParams(
    query
      .names()
      .filter((name) => name !== 'after')
      .flatMap((name) => query.all(name).map((value): [string, string] => [name, value])),
  );
  asked.set('after', next);
  return { link: `<${encodeURI(path)}?${asked.toString()}>; rel="next"` };
};
