import {
  type Failure,
  invalid,
  type KnownAt,
  readDate,
  readKnownAt,
} from '@trackrecord/application';
import { PlanId, Text } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

const said =
  <A>(read: (text: string) => E.Either<string, A>) =>
  (option: string, text: string): E.Either<Failure, A> =>
    pipe(
      read(text),
      E.mapLeft((message) => invalid(`${option}: ${message}`)),
    );

/** A date as YYYY-MM-DD that exists, by the option that it was given in. */
export const parseDate: (option: string, text: string) => E.Either<Failure, LocalDate> =
  said(readDate);

/** When the log is to be known: an ordinal, an instant with its offset, or a date (its end). */
export const parseKnownAt: (option: string, text: string) => E.Either<Failure, KnownAt> =
  said(readKnownAt);

/** A plan's id; upper case is taken for lower. */
export const parsePlanId = (text: string): E.Either<Failure, PlanId> => {
  const id = text.toLowerCase();
  return PlanId.is(id)
    ? E.right(id)
    : E.left(
        invalid(
          `"${text}" is no plan id; accepted are letters, digits and hyphens, such as harbour-2026.`,
        ),
      );
};

/** Words that are not empty. */
export const parseText = (name: string, text: string): E.Either<Failure, Text> =>
  Text.is(text)
    ? E.right(text)
    : E.left(
        invalid(
          text.trim() === ''
            ? `${name}: words are needed here.`
            : `${name}: ${text.length} characters are too many, or some of them are broken; accepted are up to 100,000.`,
        ),
      );

/** Each part or the first failure; parts that were not given stay away. */
export const optional = <A>(
  text: string | undefined,
  parse: (text: string) => E.Either<Failure, A>,
): E.Either<Failure, A | undefined> => (text === undefined ? E.right(undefined) : parse(text));
