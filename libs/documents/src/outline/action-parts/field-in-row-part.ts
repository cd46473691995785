import { wordsOf } from '../../document/block.ts';
import { fieldMeaningOf } from '../../recognisers/field-meaning.ts';
import { fieldFindings } from '../field-findings.ts';
import type { Finding } from '../finding.ts';
import { neighbour } from '../neighbours.ts';
import { ratingColourOf } from '../rating-colour-of.ts';
import { saysRating } from '../titled-action.ts';
import { isSameRow, on, type Part } from './part.ts';

/** A name in one cell and its value in the next: "Lead officer" | "Jane Fox". */
export const fieldInRowPart: Part = (here, action) => {
  const { block } = here;
  const { key } = action;
  const meaning = fieldMeaningOf(wordsOf(block));
  const beside = neighbour(here, 1);
  const isField = meaning !== undefined && meaning !== 'action' && meaning !== 'ref';
  if (!isField || beside === undefined || !isSameRow(beside.table, block.table)) return undefined;
  const found: ReadonlyArray<Finding> = [
    { found: 'empty field', block, key, field: meaning },
    ...fieldFindings(
      beside,
      key,
      meaning,
      wordsOf(beside),
      ratingColourOf(here.survey, beside.fill, beside.kind, wordsOf(beside)),
    ),
  ];
  const open = { ...action, stage: 'fields', rated: action.rated || saysRating(found) } as const;
  return { ...on(here, open, found), blocks: 2 };
};
