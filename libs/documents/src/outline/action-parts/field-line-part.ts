import { wordsOf } from '../../document/block.ts';
import { readFieldLine } from '../../recognisers/field-line.ts';
import { fieldFindings } from '../field-findings.ts';
import { saysRating } from '../titled-action.ts';
import { on, type Part } from './part.ts';

/** "Lead: Jane Fox; By when: June 2027" on a line of its own. */
export const fieldLinePart: Part = (here, action) => {
  const { block } = here;
  const line = readFieldLine(wordsOf(block));
  if (line.before !== '' || line.fields.length === 0) return undefined;
  const found = line.fields.flatMap(({ meaning, value }) =>
    fieldFindings(block, action.key, meaning, value),
  );
  const stage = line.fields.at(-1)?.meaning === 'notes' ? 'notes' : 'fields';
  return on(here, { ...action, stage, rated: action.rated || saysRating(found) }, found);
};
