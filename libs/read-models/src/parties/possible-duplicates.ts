import type { PartyKind } from '@trackrecord/domain';
import type { NamedParty } from '../history/history-answer.ts';
import { canonicalParty, type Directory } from './directory.ts';
import { asAcronym, initialsOf, nameWords } from './name-words.ts';
import { isOneEditApart } from './one-edit-apart.ts';

/** Why two parties may be one. */
export type Likeness =
  /** The names differ in case, punctuation, titles, small words or what is in brackets at most. */
  | 'same words'
  /** The same words in another order. */
  | 'other order'
  /** The same surname, and first names of which one is the initial of the other. */
  | 'initials'
  /** One longer word is one letter away from another. */
  | 'one letter'
  /** One is the initials of the other. */
  | 'acronym';

/** Two parties whose names are likely spellings of one. */
export type PossibleDuplicate = Readonly<{
  parties: readonly [NamedParty, NamedParty];
  likeness: Likeness;
}>;

/** A name that a party has, by the words that tell it. */
type Spelling = Readonly<{
  party: string;
  name: string;
  kind: PartyKind;
  words: ReadonlyArray<string>;
}>;

/** Slips of the pen are told from other names only in words as long as this. */
const longWord: Readonly<Record<PartyKind, number>> = { person: 5, organisation: 6 };

const isLong = (word: string, kind: PartyKind): boolean =>
  word.length >= longWord[kind] && !/\p{N}/u.test(word);

const isInitialOf = (a: string, b: string): boolean => a.length === 1 && b.startsWith(a);

/** "m" and "mary", "m j" and "mary jane", "m" and "mary jane": as far as both go each fits the other. */
const firstNamesFit = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  a.every((one, place) => {
    const other = b[place];
    return (
      other === undefined || one === other || isInitialOf(one, other) || isInitialOf(other, one)
    );
  });

const sameInitials = (a: Spelling, b: Spelling): boolean =>
  a.kind === 'person' &&
  b.kind === 'person' &&
  a.words.at(-1) === b.words.at(-1) &&
  firstNamesFit(a.words.slice(0, -1), b.words.slice(0, -1));

/** "Daniel" and "Daniela" are two names, not one with a slip in it. */
const isOtherGender = (a: string, b: string): boolean =>
  [`${a}a`, `${a}e`].includes(b) || [`${b}a`, `${b}e`].includes(a);

const oneLetterApart = (a: Spelling, b: Spelling): boolean => {
  if (a.kind !== b.kind || a.words.length !== b.words.length) return false;
  const [differing, ...more] = a.words.flatMap((word, place) => {
    const other = b.words[place] ?? '';
    return word === other ? [] : [[word, other] as const];
  });
  if (differing === undefined || more.length > 0) return false;
  const [one, other] = differing;
  return (
    isLong(one, a.kind) &&
    isLong(other, b.kind) &&
    isOneEditApart(one, other) &&
    !(a.kind === 'person' && isOtherGender(one, other))
  );
};

const isAcronymOf = (a: Spelling, b: Spelling): boolean => {
  const acronym = asAcronym(a.name);
  return acronym !== undefined && initialsOf(b.name).includes(acronym);
};

const joined = (words: ReadonlyArray<string>): string => words.join(' ');

const likenessOf = (a: Spelling, b: Spelling): Likeness | undefined => {
  if (joined(a.words) === joined(b.words)) return 'same words';
  if (joined(a.words.toSorted()) === joined(b.words.toSorted())) return 'other order';
  if (sameInitials(a, b)) return 'initials';
  if (oneLetterApart(a, b)) return 'one letter';
  return isAcronymOf(a, b) || isAcronymOf(b, a) ? 'acronym' : undefined;
};

/** A word, and the word without each of its letters: two that are one letter apart share one of these. */
const slipsOf = (word: string): ReadonlyArray<string> => [
  word,
  ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1)),
];

/** Two spellings that may be alike share one of these, so that not every name is held against every other. */
const keysOf = ({ name, kind, words }: Spelling): ReadonlyArray<string> => [
  `words ${joined(words.toSorted())}`,
  ...(kind === 'person' && words.length > 1
    ? [`initial ${words.at(-1) ?? ''} ${words[0]?.slice(0, 1) ?? ''}`]
    : []),
  ...words.flatMap((word, place) =>
    isLong(word, kind)
      ? slipsOf(word).map((slip) => `letter ${joined(words.with(place, slip))}`)
      : [],
  ),
  ...[asAcronym(name), ...initialsOf(name)].flatMap((initials) =>
    initials === undefined ? [] : [`acronym ${initials}`],
  ),
];

/** Every name that a party goes or went by before a merger. */
const spellingsIn = (directory: Directory): ReadonlyArray<Spelling> =>
  [...directory.values()].map(({ id, name, kind }) => ({
    party: canonicalParty(directory)(id),
    name,
    kind,
    words: nameWords(name, kind),
  }));

/** The surest reason first. */
const order: ReadonlyArray<Likeness> = [
  'same words',
  'other order',
  'one letter',
  'initials',
  'acronym',
];

const collator = new Intl.Collator('en', { numeric: true });

type Pair = readonly [a: string, b: string, likeness: Likeness];

/** One reason a pair of parties: the surest. */
const surest = (pairs: ReadonlyArray<Pair>): ReadonlyArray<Pair> => [
  ...new Map(
    pairs
      .toSorted(([, , a], [, , b]) => order.indexOf(b) - order.indexOf(a))
      .map((pair) => [`${pair[0]}\n${pair[1]}`, pair] as const),
  ).values(),
];

const pairsIn = (spellings: ReadonlyArray<Spelling>): ReadonlyArray<Pair> =>
  spellings.flatMap((a, place) =>
    spellings.slice(place + 1).flatMap((b): ReadonlyArray<Pair> => {
      const likeness = a.party === b.party ? undefined : likenessOf(a, b);
      if (likeness === undefined) return [];
      return [a.party < b.party ? [a.party, b.party, likeness] : [b.party, a.party, likeness]];
    }),
  );

/**
 * Parties whose names are likely spellings of one another, for somebody to look at: full stops, case, accents,
 * titles, the order of words, initials for first names, one letter in a longer word, initials of an organisation.
 * A likeness is a question, not an answer: two people may share a name. Those merged already are one here.
 */
export const possibleDuplicates = (directory: Directory): ReadonlyArray<PossibleDuplicate> => {
  const buckets = Map.groupBy(
    spellingsIn(directory).flatMap((spelling) =>
      [...new Set(keysOf(spelling))].map((key) => ({ key, spelling })),
    ),
    ({ key }) => key,
  );
  const pairs = [...buckets.values()]
    .filter((bucket) => bucket.length > 1)
    .flatMap((bucket) => pairsIn(bucket.map(({ spelling }) => spelling)));
  const named = (id: string): NamedParty => ({ id, name: directory.get(id)?.name ?? id });
  return surest(pairs)
    .map(([a, b, likeness]): PossibleDuplicate => ({ parties: [named(a), named(b)], likeness }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.likeness) - order.indexOf(b.likeness) ||
        collator.compare(a.parties[0].name, b.parties[0].name) ||
        collator.compare(a.parties[1].name, b.parties[1].name),
    );
};
