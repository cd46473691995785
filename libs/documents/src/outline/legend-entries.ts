import type { Block } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { type LegendEntry, readLegendEntry } from '../recognisers/legend-entry.ts';
import { readRatingColour } from '../recognisers/rating-colour.ts';
import type { TableCell, TableRow } from './table-rows.ts';

/** One entry of a key, with the colour that it shows, where it shows one. */
export type Shown = Readonly<{ hex?: string; entry: LegendEntry; blocks: ReadonlyArray<Block> }>;

export const isColoured = ({ fill }: Pick<TableCell, 'fill'>): boolean =>
  fill !== undefined && readRatingColour(fill.hex) !== 'none';

/** Words of a key say a rating or name a colour; below the heading of a key they may say anything. */
const entryIn = (text: string, isInKey: boolean): LegendEntry | undefined => {
  if (recogniseActionLabel(text)._tag === 'Some') return undefined;
  const entry = readLegendEntry(text);
  return entry?.rating !== undefined || entry?.name !== undefined || isInKey ? entry : undefined;
};

const shownBy = (
  cell: TableCell | undefined,
  entry: LegendEntry | undefined,
  cells: ReadonlyArray<TableCell>,
): Shown | undefined =>
  entry === undefined
    ? undefined
    : {
        ...(cell?.fill === undefined ? {} : { hex: cell.fill.hex }),
        entry,
        blocks: cells.flatMap(({ blocks }) => blocks),
      };

/** A colour's name or letter, of which the meaning stands in the next cell. */
export const isNameAlone = (text: string): boolean => {
  const entry = readLegendEntry(text);
  return text.length <= 2 || (entry?.name !== undefined && entry.words === text);
};

/** The entry that begins with a cell, and how many cells it takes. */
const entryAt = (
  cells: ReadonlyArray<TableCell>,
  at: number,
  isInKey: boolean,
): Readonly<{ shown: Shown | undefined; takes: number }> => {
  const [cell, next] = [cells[at], cells[at + 1]];
  if (cell === undefined) return { shown: undefined, takes: 1 };
  const pair = next === undefined ? [cell] : [cell, next];
  const parts =
    next !== undefined && next.text !== '' && (cell.text === '' || isNameAlone(cell.text));
  // "Amber | Red" without a colour are two names, and neither is the other's meaning.
  const isMeaning = cell.text.length > 2 && !isNameAlone(next?.text ?? '');
  if (parts && (isColoured(cell) || (isMeaning && !isColoured(next)))) {
    const words = cell.text === '' ? next.text : `${cell.text}: ${next.text}`;
    return { shown: shownBy(cell, entryIn(words, isInKey), pair), takes: 2 };
  }
  if (!isColoured(cell) && next !== undefined && next.text === '' && isColoured(next)) {
    return { shown: shownBy(next, entryIn(cell.text, isInKey), pair), takes: 2 };
  }
  const entry = entryIn(cell.text, isInKey);
  const isWhole = isColoured(cell) || (entry?.name !== undefined && !isNameAlone(cell.text));
  return { shown: isWhole ? shownBy(cell, entry, [cell]) : undefined, takes: 1 };
};

/** The entries of a row; `undefined` where anything in it is none. */
export const entriesOf = (row: TableRow, isInKey: boolean): ReadonlyArray<Shown> | undefined => {
  const cells = row.cells.filter((cell) => cell.text !== '' || isColoured(cell));
  const entries: Array<Shown> = [];
  for (let at = 0; at < cells.length;) {
    const { shown, takes } = entryAt(cells, at, isInKey);
    if (shown === undefined) return undefined;
    entries.push(shown);
    at += takes;
  }
  return entries.length === 0 ? undefined : entries;
};

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);

const areLikeCells = (above: TableRow, below: TableRow): boolean =>
  above.cells.length > 1 &&
  above.cells.length === below.cells.length &&
  above.cells.every(({ column }, at) => column === below.cells[at]?.column);

/**
 * The entries of two rows of which one shows a colour in each cell, and the other says in the same columns what it
 * means or what it is called; `undefined` where they are anything else.
 */
export const entriesOfTwo = (
  above: TableRow,
  below: TableRow,
  isInKey: boolean,
): ReadonlyArray<Shown> | undefined => {
  if (!areLikeCells(above, below)) return undefined;
  const [shows, says] = above.cells.every(isColoured) ? [above, below] : [below, above];
  if (!shows.cells.every(isColoured)) return undefined;
  if (!says.cells.every((cell) => isWord(cell.text) && !isColoured(cell))) return undefined;
  const entries = shows.cells.map((cell, at) => {
    const said = says.cells[at];
    const words = [cell.text, said?.text ?? ''].filter((text) => text !== '');
    const [first = '', ...others] = words.toSorted(
      (one, other) => Number(isNameAlone(other)) - Number(isNameAlone(one)),
    );
    return shownBy(
      cell,
      entryIn([first, ...others].join(': '), isInKey),
      said === undefined ? [cell] : [cell, said],
    );
  });
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === entries.length ? known : undefined;
};
