import { notRated } from '@trackrecord/domain';

/** How a rating is shown: never by its colour alone. */
export type RatingTone =
  | 'red'
  | 'red-amber'
  | 'amber'
  | 'amber-green'
  | 'green'
  | 'complete'
  | 'not-started'
  | 'not-rated'
  | 'other';

const tones: ReadonlyMap<string, RatingTone> = new Map([
  ['red', 'red'],
  ['red/amber', 'red-amber'],
  ['amber/red', 'red-amber'],
  ['amber', 'amber'],
  ['yellow', 'amber'],
  ['amber/green', 'amber-green'],
  ['green/amber', 'amber-green'],
  ['green', 'green'],
  ['complete', 'complete'],
  ['completed', 'complete'],
  ['not started', 'not-started'],
  [notRated.toLowerCase(), 'not-rated'],
]);

/** A rating's tone; a word of a plan's own scale that is not known here is `other`, in its own words. */
export const ratingTone = (word: string): RatingTone =>
  tones.get(
    word
      .trim()
      .toLowerCase()
      .replace(/\s*\/\s*/gu, '/'),
  ) ?? 'other';
