import { Ref, Subject, Text } from '@trackrecord/domain';

type Guard<A> = Readonly<{ name: string; is: (value: unknown) => value is A }>;

const made = <A>(guard: Guard<A>, value: unknown): A => {
  if (guard.is(value)) return value;
  throw new Error(`"${String(value)}" should have become a ${guard.name}`);
};

const controlCharacters = /\p{Cc}+/gu;

/** Words as a ref: on one line, cut to a ref's length; "-" where nothing is left. */
export const refOf = (words: string): Ref => {
  const line = words.replace(controlCharacters, ' ').trim().slice(0, 80).trim();
  return made(Ref, line === '' ? '-' : line);
};

/** Words as text; "-" where there are none. */
export const textOf = (words: string): Text => {
  const text = words.slice(0, 100_000);
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
