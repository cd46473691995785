import {
  type Author,
  type Authored,
  type Failure,
  knownParty,
  type Principal,
  type Writable,
} from '@trackrecord/application';
import { type PartyId, Text } from '@trackrecord/domain';
import { type LocalDate, Ordinal, readOrdinal } from '@trackrecord/kernel';
import {
  basedOnField,
  becameTrueField,
  type FormErrors,
  onWordOfField,
  parseUkDate,
  whyField,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Filled } from './filled.ts';

/** What every form asks besides its own matter. */
export type Around = Readonly<{
  effectiveOn: LocalDate;
  why: Text | undefined;
  /** A party's id, or what else came. */
  onWordOf: string | undefined;
  /** What the person looked at; 0 where the form does not say: everything since is then told to them. */
  basedOn: Ordinal;
}>;

const before: Ordinal = ((zero: number): Ordinal => {
  if (Ordinal.is(zero)) return zero;
  throw new Error('0 is an ordinal');
})(0);

const longest = 100_000;

/** Words that may be left out. */
const readWhy = (typed: string, isNeeded: boolean): E.Either<string, Text | undefined> => {
  const text = typed.trim();
  if (text === '')
    return isNeeded
      ? E.left('Why? Enter a sentence that says why; it will stand in the history.')
      : E.right(undefined);
  return Text.is(text)
    ? E.right(text)
    : E.left(`Why? Enter at most ${longest.toLocaleString('en-GB')} characters.`);
};

/** What a form asks for the date of. */
export const usualWhen = 'When did this become true?';

type Asking = Readonly<{
  today: LocalDate;
  isDated: boolean;
  /** What the date is called. */
  when: string;
  needsWhy: boolean;
}>;

/** Reads it, or says everything that is wrong with it. */
export const readAround = (
  filled: Filled,
  { today, isDated, when, needsWhy }: Asking,
): E.Either<FormErrors, Around> => {
  const date = isDated
    ? parseUkDate(when)(filled.text(becameTrueField))
    : E.right<string, LocalDate>(today);
  const why = readWhy(filled.text(whyField), needsWhy);
  if (E.isLeft(date) || E.isLeft(why))
    return E.left([
      ...(E.isLeft(date) ? [{ field: becameTrueField, message: date.left }] : []),
      ...(E.isLeft(why) ? [{ field: whyField, message: why.left }] : []),
    ]);
  const onWordOf = filled.text(onWordOfField).trim();
  return E.right({
    effectiveOn: date.right,
    why: why.right,
    onWordOf: onWordOf === '' ? undefined : onWordOf,
    basedOn: readOrdinal(filled.text(basedOnField)) ?? before,
  });
};

const whoseWord = (
  stage: Writable,
  onWordOf: string | undefined,
): E.Either<Failure, PartyId | undefined> =>
  onWordOf === undefined ? E.right(undefined) : knownParty(stage, onWordOf, onWordOfField);

/** Who says it: whoever is signed in, in a browser, maybe on somebody else's word. */
export const authorOf =
  ({ party }: Pick<Principal, 'party'>, { effectiveOn, why, onWordOf, basedOn }: Around): Author =>
  (stage) =>
    pipe(
      whoseWord(stage, onWordOf),
      E.map((whose): Authored => ({
        by: party,
        onWordOf: whose,
        effectiveOn,
        why,
        basedOn,
        channel: 'web',
        verified: true,
      })),
      TE.fromEither,
    );
