import { wordsOf } from '../document/block.ts';
import { isLegend } from '../recognisers/legend.ts';
import { emptyCellPart } from './action-parts/empty-cell-part.ts';
import { explanationPart } from './action-parts/explanation-part.ts';
import { fieldInRowPart } from './action-parts/field-in-row-part.ts';
import { fieldLinePart } from './action-parts/field-line-part.ts';
import { furtherNotePart } from './action-parts/further-note-part.ts';
import { noteLabelPart } from './action-parts/note-label-part.ts';
import { beforeNotes, type Part } from './action-parts/part.ts';
import { ratingPart } from './action-parts/rating-part.ts';
import { titlePart } from './action-parts/title-part.ts';
import { unknownRatingPart } from './action-parts/unknown-rating-part.ts';
import { narrativeOf } from './narrative-step.ts';
import { nothing } from './place.ts';
import { type Step, took } from './step.ts';

/** The first part that recognises a block takes it. */
const parts: ReadonlyArray<Part> = [
  beforeNotes(fieldInRowPart),
  noteLabelPart,
  beforeNotes(ratingPart),
  beforeNotes(emptyCellPart),
  beforeNotes(fieldLinePart),
  titlePart,
  unknownRatingPart,
  furtherNotePart,
  explanationPart,
];

/** What belongs to the action that is open: its rating, fields, notes, the rest of its title. A legend ends it. */
export const actionPartStep: Step = (here) => {
  const { block, place } = here;
  const { open } = place;
  if (open.kind !== 'action') return undefined;
  if (isLegend(wordsOf(block)) && block.kind !== 'list item') {
    const after = { ...place, open: nothing };
    return took(after, [narrativeOf({ ...here, place: after })]);
  }
  for (const part of parts) {
    const taken = part(here, open);
    if (taken !== undefined) return taken;
  }
  return undefined;
};
