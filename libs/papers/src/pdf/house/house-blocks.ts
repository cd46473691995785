import { type Block, isAtTop, newPage, roomLeft } from '../kit/block.ts';
import { childOf } from '../kit/marking.ts';
import type { Element, Sheet } from '../kit/sheet.ts';
import { actualOf } from '../kit/text-blocks.ts';
import { drawHouseLine, type Marker, markerUnder } from './draw-line.ts';
import { gapBetween } from './gap-between.ts';
import type {
  HouseBlock,
  HouseFloating,
  HousePage,
  HouseParagraph,
  HouseTable,
  ParagraphSetting,
} from './house.ts';
import { type Numbers, setParagraph } from './set-paragraph.ts';
import { drawFloating, drawGround, drawRow, rowHeight, type Setting } from './stack.ts';

const hasWords = ({ runs }: HouseParagraph): boolean =>
  runs.some((run) => run._tag === 'Number' || (run._tag === 'Words' && run.words.trim() !== ''));

const wordsIn = ({ runs }: HouseParagraph): string =>
  runs.map((run) => (run._tag === 'Words' ? run.words : ' ')).join('');

/** Whether a paragraph is the first that holds the title: that is what the whole paper is headed by. */
type IsTitle = (paragraph: HouseParagraph) => boolean;

const typeOf = (paragraph: HouseParagraph, isTitle: boolean): string => {
  if (isTitle) return 'H1';
  return paragraph.heading === undefined ? 'P' : `H${Math.min(6, paragraph.heading + 1)}`;
};

/** The element that a paragraph's words are in; one without words needs none, and its pictures stand for themselves. */
const elementOf = (
  sheet: Sheet,
  parent: Element,
  paragraph: HouseParagraph,
  isTitle: IsTitle,
): Element =>
  hasWords(paragraph)
    ? childOf(sheet, parent, typeOf(paragraph, isTitle(paragraph)), actualOf(wordsIn(paragraph)))
    : parent;

/** What the words of a page's own paragraphs are set with: which page it is is known; how many there are, nearly. */
const numbersOn = ({ pages }: Sheet): Numbers => ({
  page: pages.at(-1)?.place.number ?? 1,
  pages: Math.max(1, pages.length),
});

type Making = Readonly<{ page: HousePage; isTitle: IsTitle }>;

/** How much of a paragraph has to stand together. */
const together = 2;

const paragraphBlock = (
  sheet: Sheet,
  paragraph: HouseParagraph,
  { above, isFirst, isTitle }: Readonly<{ above: number; isFirst: boolean; isTitle: IsTitle }>,
): Block => {
  const { area, cursor } = sheet;
  const width = area.right - area.left;
  const set = setParagraph(sheet, paragraph, width, numbersOn(sheet));
  const some = set.lines.slice(0, together).reduce((sum, { height }) => sum + height, 0);
  return {
    least: Math.max(0.01, some) + (isFirst ? above : 0),
    above: isFirst ? 0 : above,
    ...(paragraph.heading === undefined ? {} : { leads: true }),
    draw: (parent) => {
      if (isFirst) cursor.y += above;
      const element = elementOf(sheet, parent, paragraph, isTitle);
      const marker: Marker = markerUnder(sheet, element);
      const height = Math.min(set.height, roomLeft(sheet));
      drawGround(sheet, marker, paragraph, { x: area.left, y: cursor.y, width, height });
      for (const line of set.lines) {
        if (roomLeft(sheet) < line.height && !isAtTop(sheet)) newPage(sheet);
        drawHouseLine(sheet, marker, set.look, { line, x: area.left, y: cursor.y });
        cursor.y += line.height;
      }
      if (element !== parent) element.end();
    },
  };
};

const floatingBlock = (sheet: Sheet, floating: HouseFloating, page: HousePage): Block => ({
  least: 0.01,
  above: 0,
  draw: (parent) => {
    const outside = markerUnder(sheet, parent);
    drawFloating({ sheet, page, outside }, floating, sheet.cursor.y);
  },
});

/** Rows of cells, each on one page; one that no page holds has its cells one below the other. */
const tableBlocks = (
  sheet: Sheet,
  table: HouseTable,
  above: number,
  making: Making,
): ReadonlyArray<Block> => {
  const { area, cursor } = sheet;
  const width = area.right - area.left;
  const settingUnder = (parent: Element): Setting => ({
    ...{ sheet, page: making.page, numbers: numbersOn(sheet) },
    marker: (paragraph) => {
      const element = elementOf(sheet, parent, paragraph, making.isTitle);
      return markerUnder(sheet, element);
    },
    outside: markerUnder(sheet, parent),
  });
  return table.rows.flatMap((row, index): ReadonlyArray<Block> => {
    const room = { x: area.left, y: 0, width };
    const height = rowHeight(settingUnder(sheet.root), table, row, room);
    if (height > area.bottom - area.top)
      return row.flatMap(({ blocks }) => houseBlocks(sheet, blocks, making));
    return [
      {
        least: Math.max(0.01, height),
        above: index === 0 ? above : 0,
        draw: (parent) => {
          drawRow(settingUnder(parent), table, row, { ...room, y: cursor.y, height });
          cursor.y += height;
        },
      },
    ];
  });
};

/** Blocks of a template's own, for the pages of a section. */
export const houseBlocks = (
  sheet: Sheet,
  blocks: ReadonlyArray<HouseBlock>,
  making: Making,
): ReadonlyArray<Block> => {
  let before: ParagraphSetting | undefined;
  let isFirst = true;
  return blocks.flatMap((block): ReadonlyArray<Block> => {
    const [last, first] = [before, isFirst];
    switch (block._tag) {
      case 'Paragraph': {
        [before, isFirst] = [block.setting, false];
        const above = gapBetween(last, block.setting);
        return [paragraphBlock(sheet, block, { above, isFirst: first, isTitle: making.isTitle })];
      }
      case 'Table':
        [before, isFirst] = [undefined, false];
        return tableBlocks(sheet, block, last?.below ?? 0, making);
      case 'Floating':
        return [floatingBlock(sheet, block, making.page)];
      case 'NewPage':
        [before, isFirst] = [undefined, true];
        return [{ least: 0, above: 0, draw: () => newPage(sheet) }];
    }
  });
};
