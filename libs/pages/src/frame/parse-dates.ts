import type { KnownAt, Question, TypedQuestion } from '@trackrecord/application';
import { readInstant, readOrdinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { FormErrors } from '../forms/form-errors.ts';
import { parseUkDate } from '../forms/parse-uk-date.ts';

/** The dates of an address or of the date bar, as they were typed: people may write them in words as well. */
export type TypedDates = TypedQuestion;

const parseKnownAt = (text: string): E.Either<string, KnownAt> => {
  const ordinal = readOrdinal(text);
  if (ordinal !== undefined) return E.right({ _tag: 'AtOrdinal', ordinal });
  const instant = readInstant(text);
  if (instant !== undefined) return E.right({ _tag: 'AtInstant', instant });
  const date = parseUkDate('Known at')(text);
  return E.isRight(date)
    ? E.right({ _tag: 'AtEndOf', date: date.right })
    : E.left(
        `Known at: “${text}” is no time. Enter a date (31/3/2026: its end), an instant (2026-03-31T09:30:00Z) or an ordinal (812).`,
      );
};

const given = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

/** Every date that was typed, or what is wrong with each; what is empty was not asked. */
export const parseDates = (typed: TypedDates): E.Either<FormErrors, Question> => {
  const asOf = given(typed.asOf);
  const knownAt = given(typed.knownAt);
  const asIn = given(typed.asIn);
  const date = asOf === undefined ? E.right(undefined) : parseUkDate('As of')(asOf);
  const known = knownAt === undefined ? E.right(undefined) : parseKnownAt(knownAt);
  if (E.isRight(date) && E.isRight(known))
    return E.right({
      ...(date.right === undefined ? {} : { asOf: date.right }),
      ...(known.right === undefined ? {} : { knownAt: known.right }),
      ...(asIn === undefined ? {} : { asIn }),
    });
  return E.left([
    ...(E.isLeft(date) ? [{ field: 'asOf', message: date.left }] : []),
    ...(E.isLeft(known) ? [{ field: 'knownAt', message: known.left }] : []),
  ]);
};
