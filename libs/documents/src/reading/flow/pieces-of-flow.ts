import type { Colour } from '../../document/colour.ts';
import type { Piece } from '../../document/blocks-of-pieces.ts';
import type { CellPlace } from '../../document/block.ts';
import type { Remark } from '../../document/remark.ts';
import { limits } from '../limits.ts';
import type { Read } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { isNeutral } from './is-neutral.ts';
import type { Aside, Flow, FlowCell, FlowLine, FlowParagraph, FlowRow, FlowTable } from './flow.ts';

/** What was told so far, and how far it was counted. */
type Telling = {
  readonly name: string;
  readonly pieces: Array<Piece>;
  readonly remarks: Array<Remark>;
  tables: number;
  paragraphs: number;
};

const remark = (telling: Telling, aside: Aside, place: string, block?: number): void => {
  telling.remarks.push({ ...aside, place, ...(block === undefined ? {} : { block }) });
};

const tellPiece = (telling: Telling, piece: Piece, asides: ReadonlyArray<Aside>): void => {
  telling.pieces.push(piece);
  for (const aside of asides) remark(telling, aside, piece.place ?? '', telling.pieces.length);
};

/** What stands by itself belongs to what was read before it. */
const lastPlace = (telling: Telling): string => telling.pieces.at(-1)?.place ?? '';

const tellParagraph = (telling: Telling, { kind, lines, marker, level }: FlowParagraph): void => {
  if (lines.some(({ text }) => text !== '')) telling.paragraphs += 1;
  const place = `paragraph ${telling.paragraphs}`;
  let first = true;
  for (const { text, fill, asides } of lines) {
    if (text === '') {
      for (const aside of asides) remark(telling, aside, lastPlace(telling));
      continue;
    }
    const own = first ? kind : kind === 'list item' ? 'paragraph' : kind;
    const piece: Piece = {
      kind: own,
      text,
      place,
      ...(first && marker !== undefined ? { marker } : {}),
      ...(own === 'heading' && level !== undefined ? { level } : {}),
      ...(fill === undefined ? {} : { fill }),
    };
    tellPiece(telling, piece, asides);
    first = false;
  }
};

/** Words that are marked, or coloured in a grey cell, say more than the cell that they stand in. */
const fillIn = (cell: Colour | undefined, line: Colour | undefined): Colour | undefined =>
  cell === undefined || (line !== undefined && (line.by === 'highlight' || isNeutral(cell.hex)))
    ? line
    : cell;

const tellCellLine = (
  telling: Telling,
  cell: FlowCell,
  at: Readonly<{ table: CellPlace; place: string }>,
  { text, fill, asides }: FlowLine,
  marker: string | undefined,
): void => {
  const shown = fillIn(cell.fill, fill);
  const piece: Piece = {
    kind: 'cell',
    text,
    ...at,
    ...(marker === undefined ? {} : { marker }),
    ...(shown === undefined ? {} : { fill: shown }),
  };
  tellPiece(telling, piece, asides);
};

const nothing: FlowLine = { text: '', asides: [] };

type CellLine = Readonly<{ line: FlowLine; marker: string | undefined }>;

/** The lines of a cell: of its paragraphs those with words or a number; what stands by itself goes with the first. */
const linesIn = (content: ReadonlyArray<Flow>): ReadonlyArray<CellLine> => {
  const alone: Array<Aside> = [];
  const lines = content.flatMap((part): ReadonlyArray<CellLine> => {
    if (part.flow === 'aside') alone.push(part.aside);
    if (part.flow !== 'paragraph') return [];
    const told = part.lines.filter(({ text }) => text !== '');
    for (const { text, asides } of part.lines) if (text === '') alone.push(...asides);
    const numbered = told.length === 0 && part.marker !== undefined ? [nothing] : told;
    return numbered.map((line, at) => ({ line, marker: at === 0 ? part.marker : undefined }));
  });
  const [first = { line: nothing, marker: undefined }, ...more] = lines;
  const asides = [...first.line.asides, ...alone];
  return [{ ...first, line: { ...first.line, asides } }, ...more];
};

const tablesIn = (content: ReadonlyArray<Flow>): ReadonlyArray<FlowTable> =>
  content.filter((part) => part.flow === 'table');

const tellCell = (telling: Telling, table: number, row: number, cell: FlowCell): void => {
  const { column, columns, rows } = cell;
  const place: CellPlace = {
    table,
    row,
    column,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  };
  const words = cell.place ?? `table ${table}, row ${row}, column ${column}`;
  for (const { line, marker } of linesIn(cell.content)) {
    tellCellLine(telling, cell, { table: place, place: words }, line, marker);
  }
};

/** A row of nothing but one cell with a table in it is a frame for layout: what it holds stands in its place. */
const frameOf = ({ cells }: FlowRow): FlowCell | undefined => {
  const [only, second] = cells;
  return second === undefined && only !== undefined && tablesIn(only.content).length > 0
    ? only
    : undefined;
};

const tellTable = (telling: Telling, { rows }: FlowTable, nesting: number): void => {
  if (nesting > limits.nested_tables) {
    refuse({
      _tag: 'OverLimit',
      name: telling.name,
      part: lastPlace(telling),
      what: 'tables inside one another',
      seen: nesting,
      limit: limits.nested_tables,
    });
  }
  let table: number | undefined;
  for (const row of rows) {
    const frame = frameOf(row);
    if (frame !== undefined) {
      tellAll(telling, frame.content, nesting);
      continue;
    }
    if (table === undefined) {
      telling.tables += 1;
      table = telling.tables;
    }
    for (const cell of row.cells) tellCell(telling, table, row.row, cell);
    for (const { content } of row.cells) {
      for (const inner of tablesIn(content)) tellTable(telling, inner, nesting + 1);
    }
  }
};

const tellAll = (telling: Telling, flow: ReadonlyArray<Flow>, nesting: number): void => {
  for (const part of flow) {
    switch (part.flow) {
      case 'paragraph':
        tellParagraph(telling, part);
        break;
      case 'table':
        tellTable(telling, part, nesting);
        break;
      case 'aside':
        remark(telling, part.aside, part.place ?? lastPlace(telling));
        break;
    }
  }
};

/**
 * Tells a flow as pieces, with the tables and the paragraphs outside of them counted from 1.
 * @param name the file's, for refusals
 * @returns its pieces and remarks; refused where tables stand too deep inside one another
 */
export const piecesOfFlow = (
  name: string,
  flow: ReadonlyArray<Flow>,
): Pick<Read, 'pieces' | 'remarks'> => {
  const telling: Telling = { name, pieces: [], remarks: [], tables: 0, paragraphs: 0 };
  tellAll(telling, flow, 1);
  return { pieces: telling.pieces, remarks: telling.remarks };
};
