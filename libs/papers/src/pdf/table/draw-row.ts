import { hair, shade } from '../kit/look.ts';
import { asArtifact, childOf, type ElementFacts } from '../kit/marking.ts';
import type { Element, Sheet } from '../kit/sheet.ts';
import { drawLines, type PlacedLine, writeLines } from '../kit/write-lines.ts';
import { actualOf } from '../kit/text-blocks.ts';
import type { RowPart } from './break-row.ts';
import { padding } from './column-widths.ts';
import { type SetCell, type SetLine, type SetRow } from './set-table.ts';

/** A cell of the structure, which may go on over pages: itself, or its paragraphs where it has several. */
export type CellElement = Readonly<{ paragraphs: ReadonlyArray<Element> }>;

/** The structure of a row: one element a cell, with one a paragraph where there are several. */
export const rowElements = (
  sheet: Sheet,
  parent: Element,
  cells: ReadonlyArray<SetCell>,
  kind: (index: number) => Readonly<{ type: 'TH' | 'TD'; facts: ElementFacts }>,
): Readonly<{ row: Element; cells: ReadonlyArray<CellElement> }> => {
  const row = childOf(sheet, parent, 'TR');
  const elements = cells.map(({ cell }, index) => {
    const { type, facts } = kind(index);
    const [first, ...others] = cell.paragraphs;
    const only = others.length === 0 && first !== undefined ? actualOf(first) : {};
    const element = childOf(sheet, row, type, { ...facts, ...only });
    return {
      paragraphs:
        cell.paragraphs.length < 2
          ? [element]
          : cell.paragraphs.map((words) => childOf(sheet, element, 'P', actualOf(words))),
    };
  });
  return { row, cells: elements };
};

/** Where a line begins: at its cell's left, or so that it ends at its right. */
const startOf = (sheet: Sheet, set: SetCell, { line }: SetLine): number => {
  if (set.cell.align !== 'end') return set.left + padding.across;
  const measure = sheet.measure(set.look);
  const wide = line.reduce((sum, run) => sum + measure(run.text, run.bold === true), 0);
  return set.left + set.width - padding.across - wide;
};

const placed = (
  sheet: Sheet,
  set: SetCell,
  lines: ReadonlyArray<SetLine>,
  top: number,
): ReadonlyArray<PlacedLine> =>
  lines.map((one) => ({ line: one.line, x: startOf(sheet, set, one), y: top + one.top }));

/** Fills and the rule below, which say nothing that the words do not. */
const drawGround = (sheet: Sheet, part: RowPart, top: number, head: boolean): void => {
  const { doc } = sheet;
  const [first, end] = [part.cells[0]?.set, part.cells.at(-1)?.set];
  if (first === undefined || end === undefined) return;
  const right = end.left + end.width;
  asArtifact(sheet, 'Layout', () => {
    if (head) doc.rect(first.left, top, right - first.left, part.height).fill(shade);
    for (const { set } of part.cells)
      if (set.cell.fill !== undefined)
        doc.rect(set.left + 1, top + 1, set.width - 2, part.height - 2).fill(set.cell.fill);
    doc
      .moveTo(first.left, top + part.height)
      .lineTo(right, top + part.height)
      .lineWidth(head ? 1 : 0.5)
      .stroke(head ? '#0b0c0c' : hair);
  });
};

/** Draws the part of a row that stands on the open page, as what it is in the structure. */
export const drawPart = (
  sheet: Sheet,
  part: RowPart,
  elements: ReadonlyArray<CellElement>,
  head: boolean,
): void => {
  const top = sheet.cursor.y;
  drawGround(sheet, part, top, head);
  part.cells.forEach(({ set, lines }, index) =>
    elements[index]?.paragraphs.forEach((element, at) => {
      const own = lines.filter(({ paragraph }) => paragraph === at);
      writeLines(sheet, element, set.look, placed(sheet, set, own, top));
    }),
  );
  sheet.cursor.y = top + part.height;
};

/**
 * Draws on a further page again what a row is known by and how it is rated: nobody has to leaf back, and the colour does
 * not stand there without its word. Who hears the table knows it already.
 */
export const repeatWords = (
  sheet: Sheet,
  row: SetRow,
  part: RowPart,
  isTold: (index: number) => boolean,
  top: number,
): void => {
  const ended = row.cells.filter(
    (set, index) =>
      (isTold(index) || set.cell.fill !== undefined) && part.cells[index]?.lines.length === 0,
  );
  if (ended.length === 0) return;
  asArtifact(sheet, 'Pagination', () => {
    for (const set of ended) drawLines(sheet, set.look, placed(sheet, set, set.lines, top));
  });
};

/** Draws a head again on a further page: who hears the table knows it already. */
export const repeatHead = (sheet: Sheet, part: RowPart): void => {
  const top = sheet.cursor.y;
  drawGround(sheet, part, top, true);
  asArtifact(sheet, 'Pagination', () => {
    for (const { set, lines } of part.cells)
      drawLines(sheet, set.look, placed(sheet, set, lines, top));
  });
  sheet.cursor.y = top + part.height;
};
