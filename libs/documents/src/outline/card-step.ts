import type { Block } from '../document/block.ts';
import { readColumnHead } from '../recognisers/column-head.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { nothingByColour } from './colour-sense.ts';
import type { Finding } from './finding.ts';
import { newAction } from './new-action.ts';
import { type Columns, nothing } from './place.ts';
import { ratingColourOf } from './rating-colour-of.ts';
import type { RowCell } from './row-cells.ts';
import type { Here, Step } from './step.ts';
import { cellsOfRow, type TableCell } from './table-rows.ts';

/** A field of a card: the name and what stands beside it. */
type Pair = Readonly<{ head: TableCell; value: TableCell; meaning: FieldMeaning | undefined }>;

/** A form has so many fields; a table of more rows is none. */
const mostRows = 40;

/** With fewer fields that are known, a table of two columns may be anything. */
const leastKnown = 3;

/** The rows of the table that begins here. */
const rowsHere = ({ blocks, at, block }: Here): ReadonlyArray<ReadonlyArray<Block>> => {
  const rows: Array<Array<Block>> = [];
  for (let next = at; blocks[next]?.table?.table === block.table?.table; next += 1) {
    const one = blocks[next];
    if (one === undefined) break;
    const isSameRow = rows.at(-1)?.[0]?.table?.row === one.table?.row;
    if (isSameRow) rows.at(-1)?.push(one);
    else rows.push([one]);
    if (rows.length > mostRows) return [];
  }
  return rows;
};

/** The names and values of a row, one after another: "Lead | J. Fox | By when | June 2027". */
const pairsIn = (row: ReadonlyArray<Block>): ReadonlyArray<Pair> | undefined => {
  const cells = cellsOfRow(row);
  const pairs: Array<Pair> = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [head, value] = [cells[at], cells[at + 1]];
    if (head === undefined || value === undefined) return undefined;
    pairs.push({ head, value, meaning: readColumnHead(head.text)?.meaning });
  }
  return pairs;
};

/** Each meaning once; only notes may be said in several fields. */
const onceEach = (pairs: ReadonlyArray<Pair>): ReadonlyArray<Pair> => {
  const seen = new Set<FieldMeaning>();
  return pairs.map((pair) => {
    const { meaning } = pair;
    if (meaning === undefined || meaning === 'notes') return pair;
    if (seen.has(meaning)) return { ...pair, meaning: undefined };
    seen.add(meaning);
    return pair;
  });
};

/** The fields of a table that is one action written as a form; `undefined` where it is something else. */
const cardIn = (rows: ReadonlyArray<ReadonlyArray<Block>>): ReadonlyArray<Pair> | undefined => {
  const read = rows.map(pairsIn);
  const pairs = onceEach(read.flatMap((row) => row ?? []));
  const known = pairs.filter(({ meaning }) => meaning !== undefined);
  const actions = read.flatMap((row) => row ?? []).filter(({ meaning }) => meaning === 'action');
  const isCard =
    rows.length > 1 &&
    // Several actions in one form are not told apart: none is taken for all of them.
    actions.length === 1 &&
    read.every((row) => row !== undefined) &&
    known.length >= leastKnown &&
    known.length * 2 > pairs.length &&
    known.some(({ meaning, value }) => meaning === 'action' && value.text !== '') &&
    // A name in a value's place is a row of heads.
    known.every(({ value }) => readColumnHead(value.text) === undefined);
  return isCard ? pairs : undefined;
};

const asCell = ({ survey }: Here, { value, meaning }: Pair): RowCell => {
  const rates = meaning === 'rating';
  const colour = rates ? ratingColourOf(survey, value.fill, 'cell', value.text) : nothingByColour;
  return { ...value, meaning, rates, colour };
};

/** A table that is one action, with the names of its fields beside them: "Action | Open the hub", "Lead | J. Fox". */
export const cardStep: Step = (here) => {
  const { block, survey } = here;
  const table = block.table?.table;
  const isFirst = here.blocks[here.at - 1]?.table?.table !== table;
  if (table === undefined || !isFirst || (survey.tables.get(table)?.size ?? 0) > 0)
    return undefined;
  const rows = rowsHere(here);
  const pairs = cardIn(rows);
  if (pairs === undefined) return undefined;
  const cells = pairs.map((pair) => asCell(here, pair));
  const title = cells.find(({ meaning }) => meaning === 'action');
  const { columns: _, ...place } = here.place;
  const columns: Columns = {
    table,
    meanings: new Map(),
    ratings: [],
    coloured: new Set(),
    shades: { columns: new Map(), rows: false },
  };
  const taken =
    title === undefined ? undefined : newAction({ ...here, place }, cells, title, columns);
  if (taken === undefined) return undefined;
  const heads = pairs.flatMap(({ head, meaning }) =>
    head.blocks.map((one): Finding => ({
      found: 'column head',
      block: one,
      meaning: meaning ?? 'other',
    })),
  );
  return {
    found: [...heads, ...taken.found],
    place: { ...taken.place, open: nothing },
    blocks: rows.flat().length,
  };
};
