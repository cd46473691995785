import { chosenMeaning, type ColumnMeanings, meaningOfHead } from '../columns/column-meanings.ts';
import { type Block, wordsOf } from '../document/block.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import type { Finding } from './finding.ts';
import { beginsRow, rowHere } from './neighbours.ts';
import { type Columns, nothing, type Place } from './place.ts';
import { rowOfAction } from './row-of-action.ts';
import type { Here, Step, Taken } from './step.ts';

/** Which columns the heads of a row name, by what people said of them or by themselves. */
const meaningsOf = (
  row: ReadonlyArray<Block>,
  chosen: ColumnMeanings,
): ReadonlyMap<number, FieldMeaning> =>
  new Map(
    row.flatMap((block) => {
      const meaning = meaningOfHead(chosen, wordsOf(block));
      return meaning === undefined || block.table === undefined
        ? []
        : [[block.table.column, meaning] as const];
    }),
  );

/**
 * A header row names a column of actions, and one that says something about them. Where somebody said which column
 * holds the actions, that is enough.
 */
const isHeader = (
  row: ReadonlyArray<Block>,
  meanings: ReadonlyMap<number, FieldMeaning>,
  chosen: ColumnMeanings,
): boolean => {
  const named = new Set(meanings.values());
  return (
    named.has('action') &&
    (named.size >= 2 || row.some((block) => chosenMeaning(chosen, wordsOf(block)) === 'action'))
  );
};

const headerRow = (here: Here, row: ReadonlyArray<Block>, columns: Columns): Taken => {
  const place: Place = { ...here.place, columns, open: nothing };
  const found = row.map((block): Finding => {
    const meaning = columns.meanings.get(block.table?.column ?? 0) ?? 'other';
    return { found: 'column head', block, meaning };
  });
  return { found, place, blocks: row.length };
};

/** A table whose header row names columns such as "Action", "Who", "By when", "RAG": each row is an action. */
export const tableStep: Step = (here) => {
  const { block, place } = here;
  if (block.table === undefined || !beginsRow(here)) return undefined;
  const row = rowHere(here);
  const chosen = here.survey.columns;
  const meanings = meaningsOf(row, chosen);
  if (isHeader(row, meanings, chosen))
    return headerRow(here, row, { table: block.table.table, meanings });
  return place.columns?.table === block.table.table
    ? rowOfAction(here, row, place.columns)
    : undefined;
};
