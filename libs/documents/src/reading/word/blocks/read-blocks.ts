import type { Piece } from '../../../document/blocks-of-pieces.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../refused-file.ts';
import { childAt, type XmlElement } from '../../xml/xml-element.ts';
import { shadingOf } from '../colours/shading.ts';
import { contentOf } from '../structure.ts';
import { quoted } from '../words-in.ts';
import type { Book, Where } from './book.ts';
import { fillOf, groundOfAll, inkOfAll } from './fill-of.ts';
import { itemsOf, type Item } from './items-of.ts';
import { hasPieces, piecesOfParagraph } from './pieces-of-paragraph.ts';
import { beside, boxPlaceInWords, cellPlaceInWords } from './places.ts';
import { type ParagraphRead, readParagraph } from './read-paragraph.ts';
import { type LaidCell, type LaidRow, layoutOf } from './table-layout.ts';
import { type PieceOfLine, tellParagraph } from './tell-paragraph.ts';
import { tellLeftOut, tellRow } from './tell-row.ts';

const isPiece = (piece: Piece | undefined): piece is Piece => piece !== undefined;

/** A table may have more cells than a function takes arguments. */
const addAll = (into: Array<Piece>, from: ReadonlyArray<Piece>): void => {
  for (const piece of from) into.push(piece);
};

/** The contents of the text boxes of a paragraph, which are told after it. */
const readBoxes = (
  { collected }: ParagraphRead,
  book: Book,
  place: string,
  depth: number,
): ReadonlyArray<Piece> =>
  collected.boxes.flatMap((box) => readBlocks(box, book, { place: boxPlaceInWords(place), depth }));

const readOwnParagraph = (
  elements: ReadonlyArray<XmlElement>,
  book: Book,
  where: Where,
): ReadonlyArray<Piece> => {
  const read = readParagraph(elements, book);
  const isSeen = hasPieces(read);
  if (isSeen && where.place === undefined) book.tallies.paragraphs += 1;
  const place = where.place ?? (isSeen ? `paragraph ${book.tallies.paragraphs}` : beside(book));
  const ink = inkOfAll(read.lines.flatMap(({ spans }) => spans));
  const pieces = piecesOfParagraph(read, where, place, ink);
  tellParagraph(book, read, place, pieces, where);
  return [...pieces.filter(isPiece), ...readBoxes(read, book, place, where.depth)];
};

type CellRead = Readonly<{
  pieces: ReadonlyArray<Piece>;
  /** Tables and text boxes in it, which are told after the row. */
  after: ReadonlyArray<Piece>;
}>;

/** A cell that says nothing is a piece all the same; its colour may be what it says. */
const emptyCell = (reads: ReadonlyArray<ParagraphRead>, where: Where, place: string): Piece => {
  const spans = reads.flatMap(({ lines }) => lines.flatMap((line) => line.spans));
  const shading = reads.find((read) => read.shading !== 'none')?.shading ?? 'none';
  const fill = fillOf(where.fill, groundOfAll(spans), shading, 'none');
  return {
    kind: 'cell',
    text: '',
    ...(where.cell === undefined ? {} : { table: where.cell }),
    place,
    ...(fill === undefined ? {} : { fill }),
  };
};

const readCell = (cell: XmlElement, book: Book, where: Where, place: string): CellRead => {
  const { depth } = where;
  const inside: Where = where.place === undefined ? { depth } : { place: where.place, depth };
  const reads: Array<ParagraphRead> = [];
  const after: Array<Piece> = [];
  for (const item of itemsOf(contentOf(cell))) {
    if (item.kind === 'paragraph') {
      const read = readParagraph(item.elements, book);
      reads.push(read);
      addAll(after, readBoxes(read, book, place, depth));
    } else addAll(after, readItem(item, book, inside));
  }
  const ink = inkOfAll(reads.flatMap(({ lines }) => lines.flatMap(({ spans }) => spans)));
  const told = reads.map((read) => piecesOfParagraph(read, where, place, ink));
  const found = told.flat().filter(isPiece);
  const pieces = found.length > 0 ? found : [emptyCell(reads, where, place)];
  reads.forEach((read, at) => {
    const own: PieceOfLine = told[at]?.some(isPiece) === true ? (told[at] ?? []) : pieces;
    tellParagraph(book, read, place, own, where);
  });
  return { pieces, after };
};

const shadingOfCell = (cell: XmlElement, { story }: Book) =>
  shadingOf(childAt(cell, 'w:tcPr', 'w:shd'), story.theme);

const cellWhere = (
  { element, column, columns, rows }: LaidCell,
  { row, element: tr }: LaidRow,
  table: number,
  book: Book,
  where: Where,
): Where => {
  const fill = shadingOfCell(element, book);
  return {
    cell: {
      table,
      row,
      column,
      ...(columns === 1 ? {} : { columns }),
      ...(rows === 1 ? {} : { rows }),
    },
    ...(fill === undefined ? {} : { fill }),
    ...(where.place === undefined ? {} : { place: where.place }),
    depth: where.depth,
    isNewRow: childAt(tr, 'w:trPr', 'w:ins') !== undefined,
  };
};

const readRow = (laid: LaidRow, table: number, book: Book, where: Where): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = [];
  const after: Array<Piece> = [];
  for (const cell of laid.cells) {
    const inside = cellWhere(cell, laid, table, book, where);
    const place = where.place ?? cellPlaceInWords({ table, row: laid.row, column: cell.column });
    const read = readCell(cell.element, book, inside, place);
    addAll(pieces, read.pieces);
    addAll(after, read.after);
  }
  tellRow(book, laid, table, pieces[0]);
  return [...pieces, ...after];
};

/** A row of one cell with a table in it is there for the layout: people see the inner table, not the outer one. */
const frameOf = ({ cells }: LaidRow): XmlElement | undefined => {
  const [only, ...others] = cells;
  return only !== undefined &&
    others.length === 0 &&
    contentOf(only.element).some(({ name }) => name === 'w:tbl')
    ? only.element
    : undefined;
};

const readTable = (table: XmlElement, book: Book, outer: Where): ReadonlyArray<Piece> => {
  const { name, part, tallies } = book;
  const depth = outer.depth + 1;
  if (depth > limits.nested_tables + 1) {
    const limit = limits.nested_tables;
    refuse({
      _tag: 'OverLimit',
      name,
      part,
      what: 'tables inside one another',
      seen: depth - 1,
      limit,
    });
  }
  const where: Where = outer.place === undefined ? { depth } : { place: outer.place, depth };
  const { rows, leftOut } = layoutOf(table, { name, part });
  const pieces: Array<Piece> = [];
  let number = 0;
  for (const row of rows) {
    const frame = frameOf(row);
    if (frame !== undefined) {
      addAll(pieces, readBlocks(frame, book, where));
      continue;
    }
    if (number === 0) {
      tallies.tables += 1;
      number = tallies.tables;
    }
    addAll(pieces, readRow(row, number, book, where));
  }
  for (const left of leftOut) tellLeftOut(book, left, number === 0 ? '' : `table ${number}`);
  return pieces;
};

const readItem = (item: Item, book: Book, where: Where): ReadonlyArray<Piece> => {
  switch (item.kind) {
    case 'paragraph':
      return readOwnParagraph(item.elements, book, where);
    case 'table':
      return readTable(item.element, book, where);
    case 'chunk': {
      const id = item.element.attributes['r:id'] ?? '';
      const target = book.story.relations.get(id)?.target ?? 'its name is not said';
      book.remarks.add(
        'not read',
        where.place ?? beside(book),
        `A file that stands in for a part of the document is not read: ${quoted(target)}.`,
      );
      return [];
    }
  }
};

/** Reads what stands in an element: paragraphs and tables, in reading order. */
export const readBlocks = (inside: XmlElement, book: Book, where: Where): ReadonlyArray<Piece> => {
  const items = itemsOf(contentOf(inside));
  const isBody = inside.name === 'w:body';
  const pieces: Array<Piece> = [];
  items.forEach((item, at) => {
    addAll(pieces, readItem(item, book, where));
    if (isBody && at % 50 === 0) book.progress(at, items.length);
  });
  return pieces;
};
