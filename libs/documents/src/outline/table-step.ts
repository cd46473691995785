import type { Block } from '../document/block.ts';
import type { Finding } from './finding.ts';
import { beginsRow, rowHere } from './neighbours.ts';
import { type Columns, nothing, type Place } from './place.ts';
import { rowOfAction } from './row-of-action.ts';
import type { Here, Step, Taken } from './step.ts';

const headsIn = (row: ReadonlyArray<Block>, columns: Columns | undefined): ReadonlyArray<Finding> =>
  row.map((block): Finding => {
    const meaning = columns?.meanings.get(block.table?.column ?? 0) ?? 'other';
    return { found: 'column head', block, meaning };
  });

const headerRow = (
  here: Here,
  row: ReadonlyArray<Block>,
  columns: Columns,
  messages: ReadonlyArray<string>,
): Taken => {
  const place: Place = { ...here.place, columns, open: nothing };
  const { block } = here;
  return {
    found: [
      ...headsIn(row, columns),
      ...messages.map((message): Finding => ({ found: 'warning', block, message })),
    ],
    place,
    blocks: row.length,
  };
};

/** A table whose header row names columns such as "Action", "Who", "By when", "RAG": each row is an action. */
export const tableStep: Step = (here) => {
  const { block, place, survey } = here;
  if (block.table === undefined || !beginsRow(here)) return undefined;
  const row = rowHere(here);
  const { table } = block.table;
  const continued = survey.continued.get(table);
  const open = continued ?? (place.columns?.table === table ? place.columns : undefined);
  const role = survey.tables.get(table)?.get(block.table.row);
  if (role?.role === 'header') return headerRow(here, row, role.columns, role.messages);
  if (role?.role === 'head') {
    return { found: headsIn(row, open), place: { ...place, open: nothing }, blocks: row.length };
  }
  if (open === undefined) return undefined;
  return rowOfAction(
    continued === undefined ? here : { ...here, place: { ...place, columns: open } },
    row,
    open,
  );
};
