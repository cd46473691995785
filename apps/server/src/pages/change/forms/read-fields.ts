import { Rating, Ref, Text } from '@trackrecord/domain';
import type { FormError, FormErrors } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';

/** A field that was read, or what is wrong with it. */
export type ReadField<A> = E.Either<FormErrors, A>;

export const wrong = (field: string, message: string): E.Either<FormErrors, never> =>
  E.left([{ field, message } satisfies FormError]);

/** A message about a field by its name; a name that is a question needs no colon. */
export const saidOf = (name: string, words: string): string =>
  name.endsWith('?') ? `${name} ${words}` : `${name}: ${words}`;

/** Line ends as they are kept. Word's are among them; other characters that nobody can see are left out. */
const visible = (typed: string): string =>
  typed
    .replace(/\r\n?|[\v\f]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

/** Characters that a name may have, a place, a source: whatever stands on one line of a table. */
export const mostOfLine = 200;

/** Characters that the words of an action or a priority may have: they are a heading on every page. */
export const mostOfTitle = 5_000;

const mostOfText = 100_000;

/**
 * Words that have to be there.
 * @param name the field as the form calls it
 * @param most characters
 */
export const readText = (
  field: string,
  name: string,
  typed: string,
  most = mostOfText,
): ReadField<Text> => {
  const text = visible(typed);
  if (text === '') return wrong(field, saidOf(name, 'Enter the words.'));
  const accepted = `Enter at most ${most.toLocaleString('en-GB')} characters`;
  if (text.length > most)
    return wrong(
      field,
      saidOf(name, `${accepted}: there are ${text.length.toLocaleString('en-GB')}.`),
    );
  return Text.is(text)
    ? E.right(text)
    : wrong(field, saidOf(name, `${accepted}, without broken ones.`));
};

/** A name, a place, a source: words on one line, which have to be there. */
export const readLine = (field: string, name: string, typed: string): ReadField<Text> =>
  readText(field, name, typed.replace(/\s+/gu, ' '), mostOfLine);

/** Words on one line that may be left out. */
export const readOptionalLine = (
  field: string,
  name: string,
  typed: string,
): ReadField<Text | undefined> =>
  typed.trim() === '' ? E.right(undefined) : readLine(field, name, typed);

/** What something is to be known by. */
export const readRef = (field: string, name: string, typed: string): ReadField<Ref> => {
  const ref = typed.trim();
  if (ref === '') return wrong(field, `${name}: Enter one, such as 27, 7a or 2(i).4.`);
  return Ref.is(ref)
    ? E.right(ref)
    : wrong(
        field,
        `${name}: “${ref.slice(0, 100)}” is not accepted. Enter up to 80 characters on one line, such as 27, 7a or 2(i).4.`,
      );
};

/** A rating that the form offered. Whether it is on the plan's scale on that date is for the plan to say. */
export const readRating = (field: string, typed: string): ReadField<Rating> =>
  Rating.is(typed)
    ? E.right(typed)
    : wrong(field, `Rating: “${typed.slice(0, 100)}” is no rating. Choose one from the list.`);

/** One of several, by its value. */
export const oneOf = <A extends string>(
  field: string,
  message: string,
  accepted: ReadonlyArray<A>,
  typed: string,
): ReadField<A> => {
  const found = accepted.find((one) => one === typed);
  return found === undefined ? wrong(field, message) : E.right(found);
};

/** Several fields at once: all of them read, or everything that is wrong with any. */
export const together = <A, B>(a: ReadField<A>, b: ReadField<B>): ReadField<readonly [A, B]> =>
  E.isRight(a) && E.isRight(b)
    ? E.right([a.right, b.right])
    : E.left([...(E.isLeft(a) ? a.left : []), ...(E.isLeft(b) ? b.left : [])]);
