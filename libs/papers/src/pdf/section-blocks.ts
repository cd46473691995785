import { ratingColours } from '@trackrecord/read-models';
import type { Drawing, ChartRoom } from '../chart/drawing.ts';
import { drawingOf } from '../chart/drawing-of.ts';
import type { PaperBlock, PaperCell, PaperSection, PaperTable } from '../paper/board-paper.ts';
import { type Block, section } from './kit/block.ts';
import type { Bookmark } from './kit/bookmarks.ts';
import { figure } from './kit/figure.ts';
import { looks } from './kit/look.ts';
import type { Sheet } from './kit/sheet.ts';
import { bulletList, heading, paragraph } from './kit/text-blocks.ts';
import type { Cell, Table } from './table/table.ts';
import { tableBlock } from './table/table-block.ts';

const cellOf = (cell: PaperCell): Cell => {
  switch (cell._tag) {
    case 'Words':
      return { paragraphs: cell.paragraphs };
    case 'Rating':
      return { paragraphs: [cell.rating.word], bold: true, ...ratingColours[cell.rating.tone] };
  }
};

/** A table of a few narrow columns does not need the whole page: points for each of its parts. */
const widthOfPart = 26;

const tableOf = ({ summary, columns, rows, rowHead }: PaperTable): Table => ({
  summary,
  columns: columns.map(({ head, share, align }) => ({
    heading: head,
    share,
    ...(align === 'end' ? { align } : {}),
  })),
  rows: rows.map((cells) => cells.map(cellOf)),
  rowHeader: rowHead,
  width: columns.reduce((sum, { share }) => sum + share, 0) * widthOfPart,
});

const roomOf = ({ area, measure }: Sheet): ChartRoom => ({
  width: area.right - area.left,
  measure: (text, size, isBold) => measure({ ...looks.cell, size })(text, isBold),
});

/** A picture below the words that say what it is. */
const pictured = (sheet: Sheet, title: string, drawing: Drawing): ReadonlyArray<Block> => [
  paragraph(sheet, title, { look: looks.h4, keepWithNext: true, above: 10 }),
  figure(sheet, drawing),
];

/** Where the heading of a section and those within it are listed. */
type Marks = { section: Bookmark | undefined; part: Bookmark | undefined };

const blockOf = (
  sheet: Sheet,
  block: PaperBlock,
  marks: Marks,
  leads: boolean,
): ReadonlyArray<Block> => {
  switch (block._tag) {
    case 'Heading':
      return [
        heading(sheet, block.level === 2 ? 3 : 4, block.words, (title) => {
          const under = block.level === 2 ? marks.section : (marks.part ?? marks.section);
          const added = under?.add(title);
          if (block.level === 2) marks.part = added;
        }),
      ];
    case 'Paragraph':
      return [paragraph(sheet, block.words, leads ? { keepWithNext: true } : {})];
    case 'Bullets':
      return [bulletList(sheet, block.items)];
    case 'Table':
      return [tableBlock(sheet, tableOf(block))];
    case 'RatingBars':
    case 'Lines':
      return pictured(sheet, block.title, drawingOf(block, roomOf(sheet)));
  }
};

/** A section of the paper: its heading, its blocks, and their bookmarks. */
export const sectionBlock = (sheet: Sheet, of: PaperSection, bookmarks: Bookmark): Block => {
  const marks: Marks = { section: undefined, part: undefined };
  return section(sheet, [
    heading(sheet, 2, of.heading, (title) => {
      marks.section = bookmarks.add(title);
    }),
    ...of.blocks.flatMap((block, index) =>
      // A sentence says what stands in the table or the list below it.
      blockOf(sheet, block, marks, ['Table', 'Bullets'].includes(of.blocks[index + 1]?._tag ?? '')),
    ),
  ]);
};
