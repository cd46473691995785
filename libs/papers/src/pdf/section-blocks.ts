import { ratingColours } from '@trackrecord/read-models';
import type { Drawing, ChartRoom } from '../chart/drawing.ts';
import { drawingOf } from '../chart/drawing-of.ts';
import type { PaperBlock, PaperCell, PaperSection, PaperTable } from '../paper/board-paper.ts';
import { type Block, section } from './kit/block.ts';
import type { Bookmark } from './kit/bookmarks.ts';
import { figure } from './kit/figure.ts';
import type { Sheet } from './kit/sheet.ts';
import type { Turned } from './own-pages.ts';
import { bulletList, heading, paragraph } from './kit/text-blocks.ts';
import { layColumns } from './table/column-widths.ts';
import type { Cell, Table, Unlaid } from './table/table.ts';
import { tableBlock } from './table/table-block.ts';

const cellOf = (cell: PaperCell): Cell => {
  switch (cell._tag) {
    case 'Words':
      return { paragraphs: cell.paragraphs };
    case 'Rating':
      return { paragraphs: [cell.rating.word], bold: true, ...ratingColours[cell.rating.tone] };
  }
};

const tableOf = ({ summary, columns, rows, rowHead }: PaperTable): Unlaid => ({
  summary,
  columns: columns.map(({ head, share, align }) => ({
    heading: head,
    share,
    ...(align === 'end' ? { align } : {}),
  })),
  rows: rows.map((cells) => cells.map(cellOf)),
  rowHeader: rowHead,
});

type Tables = ReadonlyMap<PaperBlock, ReadonlyArray<Table>>;

/** The tables of a section; those with the same columns have them of the same widths. */
const tablesOf = (sheet: Sheet, blocks: ReadonlyArray<PaperBlock>): Tables => {
  const tables = blocks.flatMap((block) =>
    block._tag === 'Table' ? [{ block, table: tableOf(block) }] : [],
  );
  const alike = Map.groupBy(tables, ({ table }) =>
    table.columns.map(({ heading }) => heading).join('\n'),
  );
  return new Map(
    [...alike.values()].flatMap((group) => {
      const laid = layColumns(
        sheet,
        group.map(({ table }) => table),
      );
      return group.map(({ block }, index) => [block, laid[index] ?? []] as const);
    }),
  );
};

const roomOf = ({ area, measure, looks }: Sheet): ChartRoom => ({
  width: area.right - area.left,
  measure: (text, size, isBold) => measure({ ...looks.cell, size })(text, isBold),
});

/** A picture below the words that say what it is. */
const pictured = (sheet: Sheet, title: string, drawing: Drawing): ReadonlyArray<Block> => [
  paragraph(sheet, title, { look: sheet.looks.h4, keepWithNext: true, above: 10 }),
  figure(sheet, drawing),
];

/** Where the heading of a section and those within it are listed. */
type Marks = { section: Bookmark | undefined; part: Bookmark | undefined };

/** What a block of a section is made with. */
type Making = Readonly<{
  marks: Marks;
  tables: Tables;
  leads: boolean;
  /** Whether a part of the section is open: a level that leaves one out says something wrong to who hears it. */
  inPart: boolean;
}>;

const blockOf = (
  sheet: Sheet,
  block: PaperBlock,
  { marks, tables, leads, inPart }: Making,
): ReadonlyArray<Block> => {
  switch (block._tag) {
    case 'Heading':
      return [
        heading(sheet, block.level === 3 && inPart ? 4 : 3, block.words, (title) => {
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
      return (tables.get(block) ?? []).map((table) => tableBlock(sheet, table));
    case 'RatingBars':
    case 'Lines':
      return pictured(sheet, block.title, drawingOf(block, roomOf(sheet)));
  }
};

/** A section of the paper: its heading, its blocks, and their bookmarks. */
export const sectionBlock = (sheet: Sheet, of: PaperSection, bookmarks: Bookmark): Block => {
  const marks: Marks = { section: undefined, part: undefined };
  const tables = tablesOf(sheet, of.blocks);
  // A sentence says what stands below it; between two headings it stays with both.
  const leads = (index: number): boolean => {
    const next = of.blocks[index + 1]?._tag ?? 'Paragraph';
    return next === 'Heading' ? of.blocks[index - 1]?._tag === 'Heading' : next !== 'Paragraph';
  };
  const inPart = (index: number): boolean =>
    of.blocks.slice(0, index).some((block) => block._tag === 'Heading' && block.level === 2);
  return section(sheet, [
    heading(sheet, 2, of.heading, (title) => {
      marks.section = bookmarks.add(title);
    }),
    ...of.blocks.flatMap((block, index) =>
      blockOf(sheet, block, { marks, tables, leads: leads(index), inPart: inPart(index) }),
    ),
  ]);
};

/** So many columns stand better on a page that is turned. */
const manyColumns = 6;

/** How the pages of a section are turned: across only where there is a table that gains by it. */
export const turningOf = ({ isWide, blocks }: PaperSection): Turned =>
  isWide && blocks.some((block) => block._tag === 'Table' && block.columns.length >= manyColumns)
    ? 'landscape'
    : 'portrait';
