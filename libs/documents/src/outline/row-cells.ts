import type { Block } from '../document/block.ts';
import { isCellError } from '../recognisers/cell-error.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import { readRatingWords } from '../recognisers/rating.ts';
import type { ColourSays } from './colour-sense.ts';
import { fieldFindings } from './field-findings.ts';
import type { Finding } from './finding.ts';
import { narrativeOf } from './narrative-step.ts';
import type { Columns } from './place.ts';
import { ratingColourOf } from './rating-colour-of.ts';
import { withoutShade } from './row-colours.ts';
import type { Here } from './step.ts';
import { cellsOfRow, type TableCell } from './table-rows.ts';

/** A cell with what its column means and what its colour says, apart from its row's and its column's own. */
export type RowCell = TableCell &
  Readonly<{ meaning: FieldMeaning | undefined; colour: ColourSays; rates: boolean }>;

/** The cells of a row of an action table. */
export const rowCells = (
  here: Here,
  row: ReadonlyArray<Block>,
  { meanings, coloured, shades }: Columns,
): ReadonlyArray<RowCell> => {
  const cells = cellsOfRow(row);
  const place = here.block.table;
  const plain = withoutShade(shades, { table: place?.table ?? 0, row: place?.row ?? 0, cells });
  return cells.map((whole): RowCell => {
    const cell = plain(whole);
    const meaning = meanings.get(cell.column);
    const rates = meaning === 'rating' || coloured.has(cell.column);
    return {
      ...cell,
      meaning,
      rates,
      colour: rates
        ? ratingColourOf(here.survey, cell.fill, 'cell', cell.text)
        : { _tag: 'Nothing' },
    };
  });
};

/** Whether a cell says a rating, or tries to. */
export const isFilled = ({ rates, meaning, text, colour }: RowCell): boolean =>
  rates &&
  (colour._tag !== 'Nothing' ||
    (meaning === 'rating' && readRatingWords(text)._tag !== 'NotRated'));

/** Kept beside the action as it stands. */
export const besideAction = (
  here: Here,
  key: number,
  { blocks }: RowCell,
): ReadonlyArray<Finding> =>
  blocks.map((block) => ({ ...narrativeOf({ ...here, block }), action: key }));

/** An empty place of a field; its further paragraphs are accounted for with the first. */
export const emptyField = (
  key: number,
  blocks: ReadonlyArray<Block>,
  field: string,
): ReadonlyArray<Finding> =>
  blocks.map((block): Finding => ({ found: 'empty field', block, key, field }));

/** A formula that found nothing says nothing: no lead is called "#N/A". */
const failedFormula = (
  block: Block,
  key: number,
  field: string,
  { blocks, text }: RowCell,
): ReadonlyArray<Finding> => [
  {
    found: 'warning',
    block,
    message: `The cell holds the error ${text}, which says nothing of the action; write what is meant.`,
  },
  ...emptyField(key, blocks, field),
];

/** What a cell says about the action. */
export const cellFindings = (here: Here, key: number, cell: RowCell): ReadonlyArray<Finding> => {
  const [first, ...more] = cell.blocks;
  const { meaning, text, colour } = cell;
  if (first === undefined) return [];
  if (meaning === undefined) {
    return text === '' ? emptyField(key, cell.blocks, 'other') : besideAction(here, key, cell);
  }
  if (meaning !== 'rating' && isCellError(text)) return failedFormula(first, key, meaning, cell);
  return [...fieldFindings(first, key, meaning, text, colour), ...emptyField(key, more, meaning)];
};

/** The cell that holds the rating of now: the last that is filled, but for previous ones. */
export const ratingCellOf = (
  cells: ReadonlyArray<RowCell>,
  { ratings }: Columns,
): RowCell | undefined => {
  const when = new Map(ratings.map((one) => [one.column, one.when]));
  const all = cells.filter((cell) => cell.meaning === 'rating');
  const ofNow = all.filter((cell) => when.get(cell.column) !== 'previous');
  const filled = ofNow.filter(isFilled);
  return (
    filled.find((cell) => when.get(cell.column) === 'current') ?? filled.at(-1) ?? ofNow.at(-1)
  );
};

/** What the cells of ratings say: that of now, and beside the action those of other times. */
export const ratingsIn = (
  here: Here,
  key: number,
  cells: ReadonlyArray<RowCell>,
  columns: Columns,
): ReadonlyArray<Finding> => {
  const taken = ratingCellOf(cells, columns);
  return cells
    .filter(({ meaning }) => meaning === 'rating')
    .flatMap((cell) => {
      if (cell === taken) return cellFindings(here, key, cell);
      return isFilled(cell) || cell.text !== ''
        ? besideAction(here, key, cell)
        : emptyField(key, cell.blocks, 'rating');
    });
};
