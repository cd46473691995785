import { createHash } from 'node:crypto';
import { Ref, Subject, Text } from '@trackrecord/domain';

type Guard<A> = Readonly<{ name: string; is: (value: unknown) => value is A }>;

const made = <A>(guard: Guard<A>, value: unknown): A => {
  if (guard.is(value)) return value;
  throw new Error(`"${String(value)}" should have become a ${guard.name}`);
};

const controlCharacters = /\p{Cc}+/gu;

/** At most so many UTF-16 units of some words; no character is cut in two. */
export const cutTo = (words: string, most: number): string =>
  words.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');

/** Words as a ref: on one line, cut to a ref's length; "-" where nothing is left. */
export const refOf = (words: string): Ref => {
  const line = cutTo(words.replace(controlCharacters, ' ').trim(), 80).trim();
  return made(Ref, line === '' ? '-' : line);
};

/** A text holds at most so many UTF-16 units. */
export const longestText = 100_000;

/** Words as text; "-" where there are none. */
export const textOf = (words: string): Text => {
  const text = cutTo(words, longestText);
  return made(Text, text.trim() === '' ? '-' : text);
};

export const subjectNamed = (kind: string, ref: string): Subject =>
  made(Subject, kind === 'plan' ? kind : `${kind}:${refOf(ref)}`);

/** The first 32 bits of SHA-256, in hexadecimal: enough to tell a plan's few thousand names apart. */
const shortHash = (words: string): string =>
  createHash('sha256').update(words, 'utf8').digest('hex').slice(0, 8);

const hyphenated = (words: string, others: RegExp): string =>
  words.replace(others, '-').replace(/^-|-$/gu, '');

/** An id of at most so many characters; a longer one ends in the hash of all of it. */
export const shortened = (id: string, most: number): string =>
  id.length <= most ? id : `${id.slice(0, most - 9).replace(/-+$/u, '')}-${shortHash(id)}`;

/**
 * Words as a slug: lower-case letters, digits and single hyphens, at most `most` of them; "x" where nothing is
 * left. Words that differ in more than case and punctuation have different slugs: where letters, digits or
 * symbols are cut off or have no place in a slug, it ends in the hash of all the words.
 */
export const slugOf = (words: string, most = 60): string => {
  const all = hyphenated(
    words.normalize('NFKC').toLocaleLowerCase('en'),
    /[^\p{L}\p{N}\p{M}\p{S}]+/gu,
  );
  const plain = hyphenated(all.normalize('NFKD').replace(/\p{M}+/gu, ''), /[^a-z0-9]+/gu);
  if (plain === all) return plain === '' ? 'x' : shortened(plain, most);
  const kept = plain.slice(0, most - 9).replace(/-$/u, '');
  return `${kept === '' ? 'x' : kept}-${shortHash(all)}`;
};
