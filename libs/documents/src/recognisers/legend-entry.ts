import type { Rating } from '../proposal/rating.ts';
import { colourWords } from './colour-names.ts';
import { readRatingWords } from './rating.ts';

/** What a key says of a colour: its name where it names it, and what it means by it. */
export type LegendEntry = Readonly<{
  /** "purple"; absent where only the colour itself is shown. */
  name?: string;
  /** The meaning as written: "overdue". */
  words: string;
  /** What that comes to; absent where it is no rating that is known. */
  rating?: Rating | 'none';
}>;

/** A key has short lines. */
const longest = 120;

const named = new RegExp(
  String.raw`^\W{0,3}(?:\(?[a-z]{1,2}\)?\s*[:=–—-]?\s*)?(?:(?:light|dark|pale|bright)\s+)?(${colourWords.join('|')})\b\s*(?:\([^)]{1,12}\)\s*)?(?:\/\s*[a-z]+\s*)?(:|=|–|—|-|\bmeans\b|\bis\b)?\s*`,
  'iu',
);

/** What meanings of ratings have in common, however they are worded. What denies one is not it. */
const phrases: ReadonlyArray<readonly [Rating, RegExp]> = [
  [
    'Complete',
    /(?<!\b(?:not|to be|partly|partially|nearly|almost|when|being|until)\s(?:yet\s)?)\b(?:completed?|achieved|delivered|finished|done|closed|implemented)\b/i,
  ],
  [
    'Red',
    /\b(?:overdue|off[- ](?:track|target|course)|not on track|behind schedule|delayed|missed|will not be|unlikely to|significant|serious|critical)\b/i,
  ],
  [
    'Amber',
    /\b(?:at risk|in danger|slippage|slightly|partly on track|some (?:risk|delay|issue|concern|problem)s?|minor (?:risk|delay|issue|concern|problem)s?)\b/i,
  ],
  ['Green', /(?<!\bnot\s)\b(?:on[- ](?:track|target|schedule|course)|to plan|as planned)\b/i],
  [
    'Not started',
    /\b(?:not (?:yet )?(?:started|begun|commenced|due)|yet to (?:start|begin|commence)|no progress yet)\b/i,
  ],
];

const usual: Readonly<Record<string, Rating>> = { red: 'Red', amber: 'Amber', green: 'Green' };

/** Words that can only be a rating, or together name just one. */
const ratingIn = (words: string): LegendEntry['rating'] => {
  const read = readRatingWords(words);
  if (read._tag === 'Rated') return read.rating;
  if (read._tag === 'NotRated') return words === '' ? undefined : 'none';
  const found = phrases.filter(([, phrase]) => phrase.test(words)).map(([rating]) => rating);
  return found.length === 1 ? found[0] : undefined;
};

const exactly = (words: string): Rating | undefined => {
  const read = readRatingWords(words);
  return read._tag === 'Rated' ? read.rating : undefined;
};

/** "Red", "Amber" and "Green" mean what they say, unless their whole meaning is another rating: "Green = complete". */
const ratingOf = (name: string | undefined, meaning: string): LegendEntry['rating'] =>
  name === undefined ? ratingIn(meaning) : (exactly(meaning) ?? usual[name] ?? ratingIn(meaning));

/**
 * Reads a line or cell of a key: "Purple – overdue", "(B) Blue: complete", or in the colour itself "On track".
 * `undefined`: too long for one, or nothing.
 */
export const readLegendEntry = (text: string): LegendEntry | undefined => {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > longest) return undefined;
  const found = named.exec(words);
  const name = found?.[1]?.toLowerCase().replace('gray', 'grey');
  const rest = found === null ? words : words.slice(found[0].length).trim();
  const isParted = found?.[2] !== undefined || rest === '';
  // "Green spaces are mapped" names no colour of a key.
  const own = isParted ? { name, meaning: rest } : { name: undefined, meaning: words };
  const rating = ratingOf(own.name, own.meaning);
  return {
    ...(own.name === undefined ? {} : { name: own.name }),
    words: own.meaning === '' ? words : own.meaning,
    ...(rating === undefined ? {} : { rating }),
  };
};
