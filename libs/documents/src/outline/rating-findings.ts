import type { Block } from '../document/block.ts';
import type { Rating } from '../proposal/rating.ts';
import { acceptedRatings } from '../recognisers/rating.ts';
import { readRatingAndReason } from '../recognisers/rating-and-reason.ts';
import type { ColourSays } from './colour-sense.ts';
import type { Finding } from './finding.ts';

/** Dots, squares and dashes are there to be coloured; private use is where Wingdings has them. */
const isMark = (text: string): boolean => /^[\s\p{Pd}\p{So}\p{Sm}\p{Co}•·]*$/u.test(text);

/** Longer words are a note about a rating, not its name. */
const longestName = 40;

const byColour = (block: Block, key: number, rating: Rating, asWritten: string): Finding => ({
  found: 'rating',
  block,
  key,
  rating,
  asWritten,
  byColour: true,
});

/** What a colour alone says, in a place that is meant for a rating. */
export const colourFindings = (
  block: Block,
  key: number,
  colour: ColourSays,
): ReadonlyArray<Finding> => {
  switch (colour._tag) {
    case 'Rated':
      return [byColour(block, key, colour.rating, colour.asWritten)];
    case 'Unclear':
      return [
        { found: 'rating', block, key, asWritten: colour.asWritten, byColour: true },
        { found: 'warning', block, message: colour.message },
      ];
    case 'Nothing':
      return [];
  }
};

/** Words that are no rating, in a cell whose colour is one: they are kept beside it. */
const besideWords = (
  block: Block,
  key: number,
  text: string,
  colour: Extract<ColourSays, { _tag: 'Rated' }>,
): ReadonlyArray<Finding> =>
  text.length <= longestName
    ? [byColour(block, key, colour.rating, `"${text}", ${colour.asWritten}`)]
    : [byColour(block, key, colour.rating, colour.asWritten), { found: 'note', block, key, text }];

const unknown = (block: Block, key: number, text: string): ReadonlyArray<Finding> => [
  { found: 'rating', block, key, asWritten: text },
  {
    found: 'warning',
    block,
    message: `"${text}" is no rating that is known: not rated, never guessed. Accepted are ${acceptedRatings}.`,
  },
  // So many words say something else, which is not to be lost.
  ...(text.length > longestName ? [{ found: 'note' as const, block, key, text }] : []),
];

const notRated = (
  block: Block,
  key: number,
  text: string,
  colour: ColourSays,
): ReadonlyArray<Finding> => {
  const said: Finding = { found: 'rating', block, key, asWritten: text };
  if (isMark(text)) {
    const coloured = colourFindings(block, key, colour);
    return coloured.length === 0 ? [said] : coloured;
  }
  return colour._tag === 'Rated'
    ? [
        said,
        {
          found: 'warning',
          block,
          message: `The words say "${text}", and it is ${colour.asWritten}: the words are kept, so it is not rated.`,
        },
      ]
    : [said];
};

/**
 * What stands in the place of a rating. Words come first; where they are none, the colour rates.
 * @param colour what the place's colour says
 */
export const ratingFindings = (
  block: Block,
  key: number,
  text: string,
  colour: ColourSays,
): ReadonlyArray<Finding> => {
  const { read, reason } = readRatingAndReason(text);
  switch (read._tag) {
    case 'Rated':
      return [
        { found: 'rating', block, key, rating: read.rating, asWritten: text },
        ...(reason === undefined ? [] : [{ found: 'note' as const, block, key, text: reason }]),
        ...(colour._tag === 'Rated' ? colourFindings(block, key, colour) : []),
      ];
    case 'NotRated':
      return notRated(block, key, text, colour);
    case 'Unknown': {
      if (isMark(text) && colour._tag !== 'Nothing') return colourFindings(block, key, colour);
      return colour._tag === 'Rated'
        ? besideWords(block, key, text, colour)
        : unknown(block, key, text);
    }
  }
};
