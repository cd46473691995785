import type { Sheet } from '../kit/sheet.ts';
import { type Box, drawHouseLine, drawPicture, type Marker } from './draw-line.ts';
import type {
  Anchor,
  HouseBlock,
  HouseCell,
  HouseFloating,
  HousePage,
  HouseParagraph,
  HouseTable,
  ParagraphSetting,
  Rule,
} from './house.ts';
import { gapBetween } from './gap-between.ts';
import { type Numbers, setParagraph, type SetParagraph } from './set-paragraph.ts';

/** Where blocks stand, one below the other. */
export type Room = Readonly<{ x: number; y: number; width: number }>;

/** What is needed to set blocks, besides their room. */
export type Setting = Readonly<{
  sheet: Sheet;
  page: HousePage;
  numbers: Numbers;
  /** What a paragraph of theirs is in the structure. */
  marker: (paragraph: HouseParagraph) => Marker;
  /** What pictures at places of their own, and fills of cells, are there. */
  outside: Marker;
}>;

/** Between what stands in a cell and its sides (ECMA-376, part 1, 17.4.42: 115 twentieths of a point). */
const cellPadding = 5.4;

const drawRule = (
  { doc }: Sheet,
  { thickness, colour }: Rule,
  { x, y, width }: Omit<Box, 'height'>,
) => {
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(thickness)
    .undash()
    .stroke(colour);
};

/** Draws what stands behind and around a paragraph's words. */
export const drawGround = (
  sheet: Sheet,
  marker: Marker,
  { setting }: HouseParagraph,
  box: Box,
): void => {
  const { fill, ruleAbove, ruleBelow } = setting;
  if (fill === undefined && ruleAbove === undefined && ruleBelow === undefined) return;
  const inner = { x: box.x + setting.left, width: box.width - setting.left - setting.right };
  marker.ground(() => {
    if (fill !== undefined) sheet.doc.rect(inner.x, box.y, inner.width, box.height).fill(fill);
    if (ruleAbove !== undefined)
      drawRule(sheet, ruleAbove, { ...inner, y: box.y - ruleAbove.space });
    if (ruleBelow !== undefined)
      drawRule(sheet, ruleBelow, { ...inner, y: box.y + box.height + ruleBelow.space });
  });
};

const drawLines = (
  { sheet, marker }: Pick<Setting, 'sheet' | 'marker'>,
  paragraph: HouseParagraph,
  set: SetParagraph,
  { x, y, width }: Room,
): void => {
  const own = marker(paragraph);
  drawGround(sheet, own, paragraph, { x, y, width, height: set.height });
  let top = y;
  for (const line of set.lines) {
    drawHouseLine(sheet, own, set.look, { line, x, y: top });
    top += line.height;
  }
};

const along = (
  { from, at }: Anchor,
  size: number,
  ranges: Readonly<Record<Anchor['from'], readonly [number, number]>>,
): number => {
  const [start, end] = ranges[from];
  if (typeof at === 'number') return start + at;
  return at === 'start' ? start : at === 'end' ? end - size : (start + end - size) / 2;
};

/** Draws a picture at its own place on the open page. @param y where the paragraph that it is anchored to begins */
export const drawFloating = (
  { sheet, page, outside }: Pick<Setting, 'sheet' | 'page' | 'outside'>,
  { picture, across, down }: HouseFloating,
  y: number,
): void => {
  const x = along(across, picture.width, {
    page: [0, page.width],
    margin: [page.left, page.width - page.right],
    paragraph: [page.left, page.width - page.right],
  });
  const top = along(down, picture.height, {
    page: [0, page.height],
    margin: [page.top, page.height - page.bottom],
    paragraph: [y, y],
  });
  const box = { x, y: top, width: picture.width, height: picture.height };
  outside.picture(picture, box, () => drawPicture(sheet, picture, box));
};

type Row = ReadonlyArray<HouseCell>;

/** Where a cell stands, and what is left in it for words. */
const roomIn = (table: HouseTable, cell: HouseCell, { x, y, width }: Room): Room => {
  const scale = table.fillsRoom || table.width > width ? width / table.width : 1;
  return {
    x: x + cell.left * scale + (cell.left === 0 ? 0 : cellPadding),
    y,
    width: Math.max(1, cell.width * scale - (cell.left === 0 ? 1 : 2) * cellPadding),
  };
};

export const rowHeight = (setting: Setting, table: HouseTable, row: Row, room: Room): number =>
  Math.max(
    0,
    ...row.map(({ blocks, ...cell }) =>
      stackHeight(setting, blocks, roomIn(table, { ...cell, blocks }, room)),
    ),
  );

const drawCellLines = (
  { sheet, outside }: Setting,
  { lines }: HouseTable,
  { x, y, width, height }: Box,
): void => {
  if (lines === undefined) return;
  const { thickness, colour } = lines.rule;
  outside.ground(() => {
    const { doc } = sheet;
    doc.lineWidth(thickness).undash();
    if (lines.upright) doc.rect(x, y, width, height).stroke(colour);
    else
      for (const at of [y, y + height])
        doc
          .moveTo(x, at)
          .lineTo(x + width, at)
          .stroke(colour);
  });
};

/** Draws a row of cells beside each other. */
export const drawRow = (
  setting: Setting,
  table: HouseTable,
  row: Row,
  room: Room & Readonly<{ height: number }>,
): void => {
  for (const cell of row) {
    const inside = roomIn(table, cell, room);
    const { fill } = cell;
    const start = inside.x - cellPadding;
    const width = inside.width + 2 * cellPadding;
    if (fill !== undefined)
      setting.outside.ground(() =>
        setting.sheet.doc.rect(start, room.y, width, room.height).fill(fill),
      );
    drawCellLines(setting, table, { x: start, y: room.y, width, height: room.height });
    drawStack(setting, cell.blocks, inside);
  }
};

/** What stands below what, each with what is above it: of two paragraphs' room the larger. */
type Step = Readonly<{ block: HouseBlock; top: number; height: number; set?: SetParagraph }>;

const stepsOf = (
  setting: Setting,
  blocks: ReadonlyArray<HouseBlock>,
  room: Room,
): Readonly<{ steps: ReadonlyArray<Step>; height: number }> => {
  let y = 0;
  let before: ParagraphSetting | undefined;
  const steps = blocks.map((block): Step => {
    switch (block._tag) {
      case 'Paragraph': {
        const set = setParagraph(setting.sheet, block, room.width, setting.numbers);
        y += gapBetween(before, block.setting);
        before = block.setting;
        const top = y;
        y += set.height;
        return { block, top, height: set.height, set };
      }
      case 'Table': {
        y += before?.below ?? 0;
        before = undefined;
        const top = y;
        y += block.rows.reduce((sum, row) => sum + rowHeight(setting, block, row, room), 0);
        return { block, top, height: y - top };
      }
      case 'Floating':
      case 'NewPage':
        return { block, top: y, height: 0 };
    }
  });
  return { steps, height: y + (before?.below ?? 0) };
};

/** How high blocks are, one below the other. */
export const stackHeight = (
  setting: Setting,
  blocks: ReadonlyArray<HouseBlock>,
  room: Room,
): number => stepsOf(setting, blocks, room).height;

const drawTable = (setting: Setting, table: HouseTable, room: Room): void => {
  let { y } = room;
  for (const row of table.rows) {
    const height = rowHeight(setting, table, row, room);
    drawRow(setting, table, row, { ...room, y, height });
    y += height;
  }
};

/** Draws blocks one below the other, on the page that is open and nowhere else: a header, a footer, a cell. */
export const drawStack = (
  setting: Setting,
  blocks: ReadonlyArray<HouseBlock>,
  room: Room,
): void => {
  for (const { block, top, set } of stepsOf(setting, blocks, room).steps) {
    const at = { ...room, y: room.y + top };
    if (block._tag === 'Paragraph' && set !== undefined) drawLines(setting, block, set, at);
    else if (block._tag === 'Table') drawTable(setting, block, at);
    else if (block._tag === 'Floating') drawFloating(setting, block, at.y);
  }
};
