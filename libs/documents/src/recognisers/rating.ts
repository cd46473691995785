import type { Rating } from '../proposal/rating.ts';

/** What a rating's place holds: a rating, the statement that there is none, or a word that means neither. */
export type RatingWords =
  | Readonly<{ _tag: 'Rated'; rating: Rating }>
  | Readonly<{ _tag: 'NotRated' }>
  | Readonly<{ _tag: 'Unknown' }>;

const wordsFor: ReadonlyArray<readonly [Rating, ReadonlyArray<string>]> = [
  [
    'Red',
    [
      'red',
      'off track',
      'behind schedule',
      'significantly behind schedule',
      'delayed',
      'overdue',
      '🔴',
      '🟥',
    ],
  ],
  [
    'Amber',
    [
      'amber',
      'yellow',
      'orange',
      'at risk',
      'some delay',
      'slightly behind schedule',
      'partly on track',
      '🟡',
      '🟠',
      '🟨',
      '🟧',
    ],
  ],
  ['Green', ['green', 'on track', 'on target', 'on schedule', '🟢', '🟩']],
  ['Red/Amber', ['red/amber', 'amber/red']],
  ['Amber/Green', ['amber/green', 'green/amber']],
  ['Complete', ['complete', 'completed', 'done', 'achieved', 'finished', 'blue', '🔵', '🟦']],
  ['Not started', ['not started', 'not yet started', 'yet to start', 'to be started']],
];

const letters: ReadonlyArray<readonly [string, Rating]> = [
  ['r', 'Red'],
  ['a', 'Amber'],
  ['g', 'Green'],
  ['b', 'Complete'],
  ['r/a', 'Red/Amber'],
  ['a/r', 'Red/Amber'],
  ['a/g', 'Amber/Green'],
  ['g/a', 'Amber/Green'],
];

const byWords = new Map(
  wordsFor.flatMap(([rating, all]) => all.map((word) => [word, rating] as const)),
);
const byLetter = new Map(letters);
const absent = new Set([
  '',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'none',
  'not rated',
  'unrated',
  'tbc',
  'grey',
  'gray',
]);

/** The words that are accepted, for a message. */
export const acceptedRatings =
  'Red, Amber, Green (or R, A, G), Amber/Green, On track, At risk, Off track, Complete, Not started, or nothing';

const longest = 40;

/** Arrows say which way it goes, not where it is. */
const arrows = /[←-↙⇐-⇙⬅-⬇➔➘➙➚➜▲▼△▽]|\uFE0F/gu;

const plainWords = (text: string): string =>
  text
    .replace(arrows, ' ')
    .trim()
    .replace(/^[([]\s*|\s*[)\].,;:!]$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** "amber - green" and "amber to green" as "amber/green". */
const joined = (words: string): string => words.replace(/\s*(?:\/|\\|-|\bto\b)\s*/g, '/');

/**
 * Reads the words of a place that is meant for a rating: a rating column, "RAG: …".
 * The whole text must be a rating: "Green: on track" is a legend and is none.
 */
export const readRatingWords = (text: string): RatingWords => {
  if (text.length > longest) return { _tag: 'Unknown' };
  const words = plainWords(text);
  const rating =
    byWords.get(words) ??
    byLetter.get(words) ??
    byWords.get(joined(words)) ??
    byLetter.get(joined(words));
  if (rating !== undefined) return { _tag: 'Rated', rating };
  return absent.has(words) || absent.has(text.trim().toLowerCase())
    ? { _tag: 'NotRated' }
    : { _tag: 'Unknown' };
};

/** A rating that stands alone, in no place meant for one: words only, since a lone "A" may be anything. */
export const readLoneRating = (text: string): Rating | undefined => {
  if (text.length > longest) return undefined;
  const words = plainWords(text);
  return byWords.get(words) ?? byWords.get(joined(words));
};
