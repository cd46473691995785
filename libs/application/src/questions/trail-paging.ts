import { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid } from '../failure.ts';
import type { TrailPage, TrailPlace } from '../ports/views.ts';

/** Which page of a trail. */
export type TrailPaging = Readonly<{
  newestFirst: boolean;
  /** At most so many lines, from 1 to `mostLines`. */
  limit: number;
  /** The `next` of the page before, or an ordinal: the lines beyond all that was recorded at it. */
  after?: string | undefined;
}>;

/** A page holds no more lines than this; a longer trail is read page by page. */
export const mostLines = 5000;

/** Beyond every line of an event: an append holds far fewer bytes. */
const lastPlace = Number.MAX_SAFE_INTEGER;

const placeIn = (after: string, newestFirst: boolean): E.Either<Failure, TrailPlace> => {
  const [, digits = '', place] = /^(\d{1,15})(?:\.(\d{1,15}))?$/u.exec(after) ?? [];
  const ordinal = Number(digits);
  return digits !== '' && Ordinal.is(ordinal)
    ? E.right({
        ordinal,
        place: place === undefined ? (newestFirst ? 0 : lastPlace) : Number(place),
      })
    : E.left(
        invalid(
          `"${after}" is no place in an audit trail: accepted is the "next" of the page before, such as 812.3, or an ordinal.`,
          'after',
        ),
      );
};

const beyondOf = (
  after: string | undefined,
  newestFirst: boolean,
): E.Either<Failure, TrailPlace | undefined> =>
  after === undefined ? E.right(undefined) : placeIn(after, newestFirst);

/** The page that is asked for, where there can be such a page. */
export const readPaging = ({
  newestFirst,
  limit,
  after,
}: TrailPaging): E.Either<Failure, TrailPage> =>
  Number.isSafeInteger(limit) && limit >= 1 && limit <= mostLines
    ? pipe(
        beyondOf(after, newestFirst),
        E.map((beyond) => ({ newestFirst, limit, beyond })),
      )
    : E.left(
        invalid(
          `A page holds from 1 to ${mostLines} lines; ${limit} was asked for. A longer trail is read page by page.`,
          'limit',
        ),
      );

/** The place of a line, to go on from. */
export const cursorOf = ({ ordinal, place }: TrailPlace): string => `${ordinal}.${place}`;
