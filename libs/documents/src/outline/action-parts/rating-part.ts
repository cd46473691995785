import { readLoneRating, readRatingWords } from '../../recognisers/rating.ts';
import { fieldFindings } from '../field-findings.ts';
import { narrativeOf } from '../narrative-step.ts';
import { neighbour } from '../neighbours.ts';
import { ratingColourOf } from '../rating-colour-of.ts';
import type { Here } from '../step.ts';
import { isSameCell, isSameRow, on, type OpenAction, type Part } from './part.ts';

/** In a legend's table a colour stands beside its meaning. */
const standsInLegend = (here: Here): boolean =>
  [neighbour(here, -1), neighbour(here, 1)].some(
    (beside) =>
      isSameRow(beside?.table, here.block.table) &&
      readLoneRating(beside?.text ?? '') !== undefined,
  );

/** Words anywhere; letters only in the title's own row. */
const isRating = ({ block }: Here, action: OpenAction): boolean => {
  if (readLoneRating(block.text) !== undefined) return true;
  const inRow = isSameRow(block.table, action.cell) && !isSameCell(block.table, action.cell);
  return inRow && readRatingWords(block.text)._tag === 'Rated';
};

/** A rating that stands alone after the title. */
export const ratingPart: Part = (here, action) => {
  const { block } = here;
  if (block.kind === 'list item' || !isRating(here, action) || standsInLegend(here)) {
    return undefined;
  }
  if (action.rated) {
    const message = 'A second rating of the same action: the first one is kept.';
    return on(here, action, [narrativeOf(here), { found: 'warning', block, message }]);
  }
  return on(
    here,
    { ...action, stage: 'fields', rated: true },
    fieldFindings(
      block,
      action.key,
      'rating',
      block.text,
      ratingColourOf(here.survey, block.fill, block.kind, block.text),
    ),
  );
};
