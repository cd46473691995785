import { wordsOf } from '../../document/block.ts';
import { recogniseNoteLabel } from '../../recognisers/note-label.ts';
import { fieldFindings } from '../field-findings.ts';
import { on, type Part } from './part.ts';

/** "Notes: …": from here on everything up to the next heading or action is a note. */
export const noteLabelPart: Part = (here, action) => {
  const { block } = here;
  const text = recogniseNoteLabel(wordsOf(block));
  if (text === undefined) return undefined;
  return on(here, { ...action, stage: 'notes' }, fieldFindings(block, action.key, 'notes', text));
};
