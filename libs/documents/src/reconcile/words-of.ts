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

/** Words as text; "-" where there are none. */
export const textOf = (words: string): Text => {
  const text = cutTo(words, 100_000);
  return made(Text, text.trim() === '' ? '-' : text);
};

export const subjectNamed = (kind: string, ref: string): Subject =>
  made(Subject, kind === 'plan' ? kind : `${kind}:${refOf(ref)}`);

/** Words as a slug: lower-case letters, digits and hyphens, at most 60 of them; "x" where nothing is left. */
export const slugOf = (words: string): string => {
  const slug = words
    .toLocaleLowerCase('en')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+/u, '')
    .slice(0, 60)
    .replace(/-+$/u, '');
  return slug === '' ? 'x' : slug;
};
