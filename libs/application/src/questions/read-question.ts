import { type Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { KnownAt, Question } from './question.ts';

/** The two clocks and the document as somebody typed them; absent or `undefined` where nothing was. */
export type TypedQuestion = Readonly<{
  asOf?: string | undefined;
  knownAt?: string | undefined;
  asIn?: string | undefined;
}>;

/** What was typed is not what is accepted: in which field, and what would be. */
export type QuestionRefused = Readonly<{ field: 'asOf' | 'knownAt'; message: string }>;

const ordinalIn = (text: string): Ordinal | undefined => {
  const ordinal = /^\d+$/u.test(text) ? Number(text) : undefined;
  return Ordinal.is(ordinal) ? ordinal : undefined;
};

const readDate = (text: string): E.Either<QuestionRefused, LocalDate> =>
  LocalDate.is(text)
    ? E.right(text)
    : E.left({
        field: 'asOf',
        message: `"${text}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`,
      });

const readKnownAt = (
  text: string,
  instantIn: (text: string) => Instant | undefined,
): E.Either<QuestionRefused, KnownAt> => {
  const ordinal = ordinalIn(text);
  if (ordinal !== undefined) return E.right({ _tag: 'AtOrdinal', ordinal });
  if (LocalDate.is(text)) return E.right({ _tag: 'AtEndOf', date: text });
  const instant = instantIn(text);
  return instant === undefined
    ? E.left({
        field: 'knownAt',
        message: `"${text}" is no time; accepted are an ordinal (812), a date (2026-03-31, its end) and an instant (2026-03-31T09:30:00Z).`,
      })
    : E.right({ _tag: 'AtInstant', instant });
};

const optional = <A>(
  text: string | undefined,
  read: (text: string) => E.Either<QuestionRefused, A>,
): E.Either<QuestionRefused, A | undefined> =>
  text === undefined ? E.right(undefined) : read(text);

/**
 * Reads the clocks of a question from what somebody typed.
 * @param instantIn an instant with its offset, in the form of the kernel; `undefined` for anything else
 */
export const readQuestion =
  (instantIn: (text: string) => Instant | undefined) =>
  ({ asOf, knownAt, asIn }: TypedQuestion): E.Either<QuestionRefused, Question> =>
    pipe(
      E.Do,
      E.bind('asOf', () => optional(asOf, readDate)),
      E.bind('knownAt', () => optional(knownAt, (text) => readKnownAt(text, instantIn))),
      E.map((clocks) => ({ ...clocks, asIn })),
    );
