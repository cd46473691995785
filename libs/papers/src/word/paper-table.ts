import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { ratingColours } from '@trackrecord/read-models';
import type { PaperCell, PaperColumn, PaperRating, PaperTable } from '../paper/board-paper.ts';
import { cellMargin_twips as margin, tableWidths } from './table-widths.ts';
import { bare, colours, type WordSetting } from './word-look.ts';
import { xmlWords } from './xml-words.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Lines between rows alone: columns are seen without. */
const borders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};

/** A row of so many lines may go on to the next page: kept together it would leave half a page empty. */
const mostLinesKept = 24;

/** A letter of the cell's 9 points is about so wide, in twentieths of a point. */
const letter_twips = 92;

const alignmentOf = ({ align }: PaperColumn) =>
  align === 'end' ? { alignment: AlignmentType.RIGHT } : {};

const headRow = (
  { columns }: PaperTable,
  widths: ReadonlyArray<number>,
  { styles }: WordSetting,
): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      (column, place) =>
        new TableCell({
          width: { size: widths[place] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.BOTTOM,
          ...(styles.table === null
            ? { shading: { type: ShadingType.CLEAR, fill: colours.shade, color: 'auto' } }
            : {}),
          children: [
            new Paragraph({
              style: styles.columnHead,
              ...alignmentOf(column),
              children: [new TextRun(xmlWords(column.head))],
            }),
          ],
        }),
    ),
  });

/** "Not rated" is plain, and a rating whose colour is the paper's own needs no shading. */
const shadingOf = ({ tone }: PaperRating) => {
  const { fill } = ratingColours[tone];
  return tone === 'not-rated' || fill === '#ffffff'
    ? {}
    : { shading: { type: ShadingType.CLEAR, fill: bare(fill), color: 'auto' } };
};

const ratingRun = ({ tone, word }: PaperRating): IRunOptions => ({
  text: xmlWords(word),
  ...(tone === 'not-rated' ? {} : { bold: true, color: bare(ratingColours[tone].ink) }),
});

const ratingParagraph = (rating: PaperRating, style: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(ratingRun(rating))] });

/** The words that name a row are bold. */
const wordsRun = (words: string, isRowHead: boolean): IRunOptions => ({
  text: xmlWords(words),
  ...(isRowHead ? { bold: true } : {}),
});

type Place = Readonly<{ column: PaperColumn; width: number; isRowHead: boolean }>;

const cellOf = (
  cell: PaperCell,
  { column, width, isRowHead }: Place,
  { styles }: WordSetting,
): TableCell => {
  const size = { width: { size: width, type: WidthType.DXA } } as const;
  switch (cell._tag) {
    case 'Rating':
      return new TableCell({
        ...size,
        ...shadingOf(cell.rating),
        children: [ratingParagraph(cell.rating, styles.cell)],
      });
    case 'Words':
      return new TableCell({
        ...size,
        // A cell without a paragraph is none to Word.
        children: (cell.paragraphs.length === 0 ? [''] : cell.paragraphs).map(
          (words) =>
            new Paragraph({
              style: styles.cell,
              ...alignmentOf(column),
              children: words === '' ? [] : [new TextRun(wordsRun(words, isRowHead))],
            }),
        ),
      });
  }
};

const linesIn = (cell: PaperCell, width: number): number => {
  if (cell._tag === 'Rating') return 1;
  const letters = Math.max(4, (width - 2 * margin) / letter_twips);
  return cell.paragraphs.reduce((sum, words) => sum + Math.ceil(words.length / letters), 0);
};

const rowOf = (
  { columns, rowHead }: PaperTable,
  cells: ReadonlyArray<PaperCell>,
  widths: ReadonlyArray<number>,
  setting: WordSetting,
): TableRow =>
  new TableRow({
    cantSplit: cells.every((cell, place) => linesIn(cell, widths[place] ?? 0) <= mostLinesKept),
    children: cells.flatMap((cell, place) => {
      const column = columns[place];
      return column === undefined
        ? []
        : [
            cellOf(
              cell,
              { column, width: widths[place] ?? 0, isRowHead: place === rowHead },
              setting,
            ),
          ];
    }),
  });

/** A table in the width of its page: its heads stand again on every page that it goes on to. */
export const paperTable = (table: PaperTable, setting: WordSetting): Table => {
  const { styles, width_twips } = setting;
  const widths = tableWidths(table, width_twips);
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 30, left: margin, right: margin },
    tableLook: { firstRow: true, firstColumn: true, noHBand: false, noVBand: true },
    ...(styles.table === null ? { borders } : { style: styles.table }),
    rows: [
      headRow(table, widths, setting),
      ...table.rows.map((cells) => rowOf(table, cells, widths, setting)),
    ],
  });
};
