import { type Failure, invalid, type KnownAt } from '@trackrecord/application';
import { PlanId, Text } from '@trackrecord/domain';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { Temporal } from 'temporal-polyfill';

/** A date as YYYY-MM-DD that exists. `name` is the option, for the message. */
export const parseDate = (name: string, text: string): E.Either<Failure, LocalDate> =>
  LocalDate.is(text)
    ? E.right(text)
    : E.left(
        invalid(
          `${name}: "${text}" is not a date that exists; accepted is YYYY-MM-DD, such as 2026-03-31.`,
        ),
      );

const instantIn = (text: string): Instant | undefined => {
  try {
    const instant = Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
    return Instant.is(instant) ? instant : undefined;
  } catch {
    return undefined;
  }
};

/** An ordinal as a whole number from 0; `undefined` for anything else. */
export const ordinalIn = (text: string): Ordinal | undefined => {
  const ordinal = /^\d+$/u.test(text) ? Number(text) : undefined;
  return Ordinal.is(ordinal) ? ordinal : undefined;
};

/** When the log is to be known: an ordinal, an instant with its offset, or a date (its end). */
export const parseKnownAt = (text: string): E.Either<Failure, KnownAt> => {
  const ordinal = ordinalIn(text);
  if (ordinal !== undefined) return E.right({ _tag: 'AtOrdinal', ordinal });
  if (LocalDate.is(text)) return E.right({ _tag: 'AtEndOf', date: text });
  const instant = instantIn(text);
  return instant === undefined
    ? E.left(
        invalid(
          `--known-at: "${text}" is no time; accepted are an ordinal (812), a date (2026-03-31, its end) and an instant (2026-03-31T09:30:00Z).`,
        ),
      )
    : E.right({ _tag: 'AtInstant', instant });
};

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
