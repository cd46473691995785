import type { KnownAt, Question } from '@trackrecord/application';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { FormErrors } from '../forms/form-errors.ts';
import { parseUkDate } from '../forms/parse-uk-date.ts';

/** The dates of an address or of the date bar, as they were typed. */
export type TypedDates = Readonly<{
  asOf?: string | undefined;
  knownAt?: string | undefined;
  asIn?: string | undefined;
}>;

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/u;

const instantIn = (text: string): Instant | undefined => {
  if (!instantShape.test(text) || !LocalDate.is(text.slice(0, 10))) return undefined;
  const milliseconds = Date.parse(text);
  const instant = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  return Instant.is(instant) ? instant : undefined;
};

const parseKnownAt = (text: string): E.Either<string, KnownAt> => {
  const ordinal = /^\d+$/u.test(text) ? Number(text) : undefined;
  if (Ordinal.is(ordinal)) return E.right({ _tag: 'AtOrdinal', ordinal });
  const instant = instantIn(text);
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
