import { readLoneRating } from '../../recognisers/rating.ts';
import { fieldFindings } from '../field-findings.ts';
import { neighbour } from '../neighbours.ts';
import { ratingColourOf } from '../rating-colour-of.ts';
import type { Here } from '../step.ts';
import { isSameCell, isSameRow, on, type OpenAction, type Part } from './part.ts';

/** Longer words, and sentences, are no attempt at a rating. */
const longest = 40;

const isShort = (words: string): boolean =>
  words !== '' && words.length <= longest && !/[.?!]$/.test(words);

/** "GREEN/GREEN": of the words of ratings, and yet none. */
const namesRating = (words: string): boolean =>
  words.split(/[\s/,;–—-]+/).some((word) => readLoneRating(word) !== undefined);

/** The cell right after the title's: on the line below it, or beside it where it names a rating. */
const isRatingsPlace = (here: Here, action: OpenAction): boolean => {
  const { block } = here;
  const before = neighbour(here, -1);
  return (
    before !== undefined &&
    block.kind === 'cell' &&
    isSameCell(before.table, action.cell) &&
    isSameRow(block.table, action.cell) &&
    !isSameCell(block.table, action.cell) &&
    (block.line > before.line || namesRating(block.text))
  );
};

/**
 * Words in a rating's place that are none: rated by the colour of their cell, where that is clear; else said in a
 * warning, and no rating guessed from them.
 */
export const unknownRatingPart: Part = (here, action) => {
  const { block } = here;
  if (action.stage !== 'title' || action.rated || !isShort(block.text)) return undefined;
  if (!isRatingsPlace(here, action)) return undefined;
  const colour = ratingColourOf(here.survey, block.fill, block.kind, block.text);
  return on(
    here,
    { ...action, stage: 'fields', rated: colour._tag === 'Rated' },
    fieldFindings(block, action.key, 'rating', block.text, colour),
  );
};
