import { LocalDate, readInstant, readOrdinal } from '@trackrecord/kernel';
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

/** A date as programs write it, YYYY-MM-DD; `Left` says what would be accepted. */
export const readDate = (text: string): E.Either<string, LocalDate> =>
  LocalDate.is(text)
    ? E.right(text)
    : E.left(`"${text}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`);

/** When the log is to be known: an ordinal, a date (its end), or an instant with its offset. */
export const readKnownAt = (text: string): E.Either<string, KnownAt> => {
  const ordinal = readOrdinal(text);
  if (ordinal !== undefined) return E.right({ _tag: 'AtOrdinal', ordinal });
  if (LocalDate.is(text)) return E.right({ _tag: 'AtEndOf', date: text });
  const instant = readInstant(text);
  return instant === undefined
    ? E.left(
        `"${text}" is no time; accepted are an ordinal (812), a date (2026-03-31, its end) and an instant (2026-03-31T09:30:00Z).`,
      )
    : E.right({ _tag: 'AtInstant', instant });
};

const optional = <A>(
  field: QuestionRefused['field'],
  text: string | undefined,
  read: (text: string) => E.Either<string, A>,
): E.Either<QuestionRefused, A | undefined> =>
  text === undefined
    ? E.right(undefined)
    : pipe(
        read(text),
        E.mapLeft((message) => ({ field, message })),
      );

/** Reads the clocks of a question from what somebody typed. */
export const readQuestion = ({
  asOf,
  knownAt,
  asIn,
}: TypedQuestion): E.Either<QuestionRefused, Question> =>
  pipe(
    E.Do,
    E.bind('asOf', () => optional('asOf', asOf, readDate)),
    E.bind('knownAt', () => optional('knownAt', knownAt, readKnownAt)),
    E.map((clocks) => ({ ...clocks, asIn })),
  );
