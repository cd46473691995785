import type { PartyKind } from '@trackrecord/domain';

/** Titles that people have or have not before their names. */
const titles: ReadonlySet<string> = new Set([
  ...['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'lady', 'lord'],
  ...['rev', 'revd', 'cllr', 'councillor'],
]);

/** Words that tell no organisation from another. */
const fillers: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'at']);

/** Without accents, apostrophes and full stops; whatever else is no letter or digit parts words. */
const plainWords = (name: string): ReadonlyArray<string> =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll('&', ' and ')
    .replace(/['’‘`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** "Reed, Mary" is Mary Reed; "Reed (Health)" is Reed. */
const inOrder = (name: string, kind: PartyKind): string => {
  const bare = name.replace(/\([^)]*\)/gu, ' ');
  const [family = '', given, ...rest] = bare.split(',');
  return kind === 'person' && given !== undefined && rest.length === 0 && given.trim() !== ''
    ? `${given} ${family}`
    : bare;
};

/**
 * The words of a name by which spellings of it are held against each other: in the order in which people say them,
 * without case, accents, punctuation and what is in brackets, without titles or the small words of organisations.
 */
export const nameWords = (name: string, kind: PartyKind): ReadonlyArray<string> => {
  const words = plainWords(inOrder(name, kind));
  const left = kind === 'person' ? titles : fillers;
  const telling = words.filter((word) => !left.has(word));
  return telling.length === 0 ? words : telling;
};

/** A name in one word that may be the initials of another: "HVVA", "H.V.V.A.". */
export const asAcronym = (name: string): string | undefined => {
  const letters = name.trim().replaceAll('.', '');
  return /^\p{Lu}{3,8}$/u.test(letters) ? letters.toLocaleLowerCase('en') : undefined;
};

/** The initials of a name, with and without its small words. */
export const initialsOf = (name: string): ReadonlyArray<string> => {
  const words = plainWords(name.replace(/\([^)]*\)/gu, ' '));
  const initials = (some: ReadonlyArray<string>) => some.map((word) => word.slice(0, 1)).join('');
  return words.length < 3
    ? []
    : [initials(words), initials(words.filter((one) => !fillers.has(one)))];
};
