import { type Block, newPage, roomLeft } from '../kit/block.ts';
import { childOf, type ElementFacts } from '../kit/marking.ts';
import type { Element, Sheet } from '../kit/sheet.ts';
import { breakRow, type RowPart, wholeRow } from './break-row.ts';
import { drawPart, repeatHead, repeatWords, rowElements } from './draw-row.ts';
import { padding } from './column-widths.ts';
import { type SetRow, setTable } from './set-table.ts';
import type { Table } from './table.ts';

/** What of a row that no page holds has to fit below what is there, or it begins on a new page: four lines. */
const leastPart = ({ looks }: Sheet): number => 4 * looks.cell.leading + 2 * padding.down;

type Kind = Readonly<{ type: 'TH' | 'TD'; facts: ElementFacts }>;

const columnHead: Kind = { type: 'TH', facts: { scope: 'Column' } };
const rowHead: Kind = { type: 'TH', facts: { scope: 'Row' } };
const plain: Kind = { type: 'TD', facts: {} };

/** Draws a row over as many pages as it asks for: one that a page holds stands on one. */
const drawRow = (
  sheet: Sheet,
  parent: Element,
  row: SetRow,
  head: RowPart,
  header: number,
): void => {
  const { area, cursor } = sheet;
  const onward = (): void => {
    newPage(sheet);
    repeatHead(sheet, head);
  };
  const splits = row.height > area.bottom - area.top - head.height;
  if (roomLeft(sheet) < (splits ? leastPart(sheet) : row.height)) onward();
  const elements = rowElements(sheet, parent, row.cells, (index) =>
    index === header ? rowHead : plain,
  );
  let part = splits ? breakRow(row, area.bottom - cursor.y) : wholeRow(row);
  drawPart(sheet, part, elements.cells, false);
  while (part.rest !== undefined) {
    onward();
    part = breakRow(part.rest, area.bottom - cursor.y);
    const top = cursor.y;
    drawPart(sheet, part, elements.cells, false);
    repeatWords(sheet, row, part, (index) => index === header, top);
  }
  elements.row.end();
};

/**
 * A table with its head again on every page, which only the first time is part of what the document says. It begins
 * where its head and its first row have room.
 */
export const tableBlock = (sheet: Sheet, table: Table, above = 6): Block => {
  const set = setTable(sheet, table);
  const head = wholeRow(set.head);
  const whole = sheet.area.bottom - sheet.area.top - head.height;
  const first = set.rows[0]?.height ?? 0;
  return {
    least: head.height + (first > whole ? leastPart(sheet) : first),
    above,
    draw: (parent) => {
      const element = childOf(sheet, parent, 'Table', { title: table.summary });
      const heads = childOf(sheet, element, 'THead');
      const titles = rowElements(sheet, heads, set.head.cells, () => columnHead);
      drawPart(sheet, head, titles.cells, true);
      heads.end();
      const body = childOf(sheet, element, 'TBody');
      for (const row of set.rows) drawRow(sheet, body, row, head, table.rowHeader);
      element.end();
    },
  };
};
