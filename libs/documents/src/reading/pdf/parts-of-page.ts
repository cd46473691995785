import type { Colour } from '../../document/colour.ts';
import type { FlowCell, FlowLine, FlowParagraph, FlowRow } from '../flow/flow.ts';
import { alignedRows, type Aligned, columnStarts, runsOf } from './aligned-tables.ts';
import { colourBehind } from './colour-behind.ts';
import { cutAtBorders } from './cut-at-borders.ts';
import { type Grid, type GridCell, gridsOn } from './grids.ts';
import { paragraphsOf, type TextParagraph, type Vocabulary } from './paragraphs.ts';
import type { Area } from './painted-on-page.ts';
import type { PageRead } from './read-page.ts';
import { type TextLine, textLines } from './text-lines.ts';
import type { Word } from './words-on-page.ts';

/** What stands on a page, from its top: prose, and tables with where their columns begin. */
export type Part =
  | Readonly<{ is: 'paragraph'; paragraph: TextParagraph; page: number }>
  | Readonly<{
      is: 'table';
      stops: ReadonlyArray<number>;
      rows: ReadonlyArray<FlowRow>;
      page: number;
    }>;

const lineOf = ({ text }: TextParagraph): FlowLine => ({ text, asides: [] });

const contentOf = (paragraphs: ReadonlyArray<TextParagraph>): ReadonlyArray<FlowParagraph> =>
  paragraphs.map((one) => ({ flow: 'paragraph', kind: 'paragraph', lines: [lineOf(one)] }));

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** A word stands where its first letter does: programs write what is in one cell from its left. */
const isIn = ({ left, top, right, bottom }: Box, { x, y, width, size }: Word): boolean => {
  const [middle, height] = [x + Math.min(width, size) / 2, y - 0.3 * size];
  return left <= middle && middle < right && top <= height && height < bottom;
};

const byRow = (
  cells: ReadonlyArray<Readonly<{ row: number; cell: FlowCell }>>,
): ReadonlyArray<FlowRow> => {
  const rows = new Map<number, Array<FlowCell>>();
  for (const { row, cell } of cells) rows.set(row, [...(rows.get(row) ?? []), cell]);
  return [...rows].map(([row, own]) => ({ row, cells: own }));
};

/** The colour that all words of a cell are written in. */
const inkOf = ([first, ...more]: ReadonlyArray<Word>): Colour | undefined =>
  first?.ink !== undefined && more.every(({ ink }) => ink === first.ink)
    ? { hex: first.ink, by: 'words' }
    : undefined;

const cellOfGrid = (
  cell: GridCell,
  words: ReadonlyArray<Word>,
  areas: ReadonlyArray<Area>,
  vocabulary: Vocabulary,
  place: string,
): FlowCell => {
  const lines = textLines(words);
  const left = Math.min(...words.map(({ x }) => x));
  // What is kept free on the left is kept free on the right.
  const padding = Math.min(12, Math.max(0, left - cell.left));
  const fill = colourBehind(cell, areas) ?? inkOf(words);
  return {
    column: cell.column,
    columns: cell.columns,
    rows: cell.rows,
    content: contentOf(paragraphsOf(lines, vocabulary, cell.right - padding)),
    place,
    ...(fill === undefined ? {} : { fill }),
  };
};

type Placed = Readonly<{ top: number; part: Part }>;

/** The words of each cell of a grid, gone through once. */
const wordsByCell = (
  { cells }: Grid,
  words: ReadonlyArray<Word>,
): ReadonlyMap<GridCell, ReadonlyArray<Word>> => {
  const found = new Map<GridCell, Array<Word>>(cells.map((cell) => [cell, []]));
  for (const word of words) {
    const cell = cells.find((one) => isIn(one, word));
    if (cell !== undefined) found.get(cell)?.push(word);
  }
  return found;
};

const partOfGrid = (
  grid: Grid,
  words: ReadonlyArray<Word>,
  { painted, number }: PageRead,
  vocabulary: Vocabulary,
): Part | undefined => {
  const inCells = wordsByCell(grid, cutAtBorders(grid, words));
  if ([...inCells.values()].filter((own) => own.length > 0).length < 2) return undefined;
  const place = `page ${number}`;
  // Areas as large as the table lie under all of it.
  const areas = painted.areas.filter(
    ({ left, right, top, bottom }) =>
      right > grid.left && left < grid.right && bottom > grid.top && top < grid.bottom,
  );
  const cells = grid.cells.map((cell) => ({
    row: cell.row,
    cell: cellOfGrid(cell, inCells.get(cell) ?? [], areas, vocabulary, place),
  }));
  return { is: 'table', stops: grid.stops, rows: byRow(cells), page: number };
};

const partOfAligned = (
  table: Aligned,
  { painted, number }: PageRead,
  vocabulary: Vocabulary,
): Part => {
  const starts = columnStarts(table, painted.areas);
  const rows = alignedRows(table.lines, starts);
  const right = Math.max(
    ...table.lines.flatMap(({ segments }) => segments.map((one) => one.right)),
    (starts.at(-1) ?? 0) + 20,
  );
  const place = `page ${number}`;
  return {
    is: 'table',
    page: number,
    stops: starts,
    rows: rows.map(({ top, bottom, cells }, at) => ({
      row: at + 1,
      cells: starts.map((left, column): FlowCell => {
        const own: ReadonlyArray<TextLine> = cells[column] ?? [];
        const end = (starts[column + 1] ?? right) - 4;
        const fill = colourBehind({ left, right: end, top, bottom }, painted.areas);
        return {
          column: column + 1,
          columns: 1,
          rows: 1,
          content: contentOf(paragraphsOf(own, vocabulary, starts[column + 1])),
          place,
          ...(fill === undefined ? {} : { fill }),
        };
      }),
    })),
  };
};

const partsOfText = (
  lines: ReadonlyArray<TextLine>,
  page: PageRead,
  vocabulary: Vocabulary,
): ReadonlyArray<Part> => {
  const prose = (own: ReadonlyArray<TextLine>): ReadonlyArray<Part> =>
    paragraphsOf(own, vocabulary).map((paragraph) => ({
      is: 'paragraph',
      paragraph,
      page: page.number,
    }));
  return runsOf(lines).flatMap((run): ReadonlyArray<Part> => {
    switch (run.is) {
      case 'text':
        return prose(run.lines);
      case 'columns':
        return [...prose(run.columns.left), ...prose(run.columns.right)];
      case 'table':
        return [partOfAligned(run.table, page, vocabulary)];
    }
  });
};

/** What stands on a page: the tables that are drawn with lines, and between them what the places of words show. */
export const partsOfPage = (page: PageRead, vocabulary: Vocabulary): ReadonlyArray<Part> => {
  const tables = gridsOn(page.painted).flatMap((grid): ReadonlyArray<Placed & { grid: Grid }> => {
    const part = partOfGrid(
      grid,
      page.words.filter((word) => isIn(grid, word)),
      page,
      vocabulary,
    );
    return part === undefined ? [] : [{ top: grid.top, part, grid }];
  });
  const outside = page.words.filter((word) => !tables.some(({ grid }) => isIn(grid, word)));
  const lines = textLines(outside);
  const stops = [...tables.map(({ top }) => top), Infinity];
  return stops.flatMap((stop, at) => {
    const from = at === 0 ? -Infinity : (stops[at - 1] ?? -Infinity);
    const above = lines.filter(({ y }) => y >= from && y < stop);
    const table = tables[at];
    const text = partsOfText(above, page, vocabulary);
    return table === undefined ? text : [...text, table.part];
  });
};
