import type { CellPlace } from '../../document/block.ts';
import type { Colour } from '../../document/colour.ts';
import { limits } from '../limits.ts';
import type { Read } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { cellLines } from './cell-lines.ts';
import type { Flow, FlowCell, FlowNote, FlowParagraph, FlowRow, FlowTable } from './flow.ts';
import { isNeutral } from './is-neutral.ts';
import {
  countStep,
  furtherRemarks,
  lastPlace,
  newTelling,
  tellAside,
  tellLine,
  type Telling,
} from './telling.ts';

const hasFigure = /[\p{L}\p{N}]/u;

/** A number is seen also where no words stand after it; a lone bullet says nothing. */
const linesOf = ({ lines, marker }: FlowParagraph): FlowParagraph['lines'] => {
  const hasWords = lines.some(({ text }) => text !== '');
  return hasWords || marker === undefined || !hasFigure.test(marker)
    ? lines
    : [{ text: '', asides: lines.flatMap(({ asides }) => asides) }];
};

const kindOf = (kind: FlowParagraph['kind'], marker: string | undefined): FlowParagraph['kind'] =>
  kind === 'heading' ? kind : marker === undefined ? 'paragraph' : 'list item';

const tellParagraph = (telling: Telling, paragraph: FlowParagraph): void => {
  const { kind, marker: number, level } = paragraph;
  const lines = linesOf(paragraph);
  const isSeen = lines.some(({ text }) => text !== '') || lines !== paragraph.lines;
  if (isSeen && paragraph.place === undefined) telling.paragraphs += 1;
  const place = paragraph.place ?? `paragraph ${telling.paragraphs}`;
  let marker = number;
  for (const line of lines) {
    if (line.text === '' && lines === paragraph.lines) {
      for (const aside of line.asides) tellAside(telling, aside, lastPlace(telling));
      for (const note of line.notes ?? []) telling.notes.push({ note, place: lastPlace(telling) });
      continue;
    }
    // The colour that headings are written in is their style's, and says nothing.
    const fill = kind === 'heading' && line.fill?.by === 'words' ? undefined : line.fill;
    tellLine(telling, line, marker, (words) => ({
      kind: kindOf(kind, words.marker),
      ...words,
      place,
      ...(kind === 'heading' && level !== undefined ? { level } : {}),
      ...(fill === undefined ? {} : { fill }),
    }));
    marker = undefined;
  }
};

/** Words that are marked, or coloured in a grey cell, say more than the cell that they stand in. */
const fillIn = (cell: Colour | undefined, line: Colour | undefined): Colour | undefined =>
  cell === undefined || (line !== undefined && (line.by === 'highlight' || isNeutral(cell.hex)))
    ? line
    : cell;

const tellCell = (telling: Telling, table: number, row: number, cell: FlowCell): void => {
  const { column, columns, rows } = cell;
  const at: CellPlace = {
    table,
    row,
    column,
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
  };
  const place = cell.place ?? `table ${table}, row ${row}, column ${column}`;
  for (const { line, marker } of cellLines(cell.content)) {
    const fill = fillIn(cell.fill, line.fill);
    tellLine(telling, line, marker, (words) => ({
      kind: 'cell',
      ...words,
      table: at,
      place,
      ...(fill === undefined ? {} : { fill }),
    }));
  }
};

const tablesIn = (content: ReadonlyArray<Flow>): ReadonlyArray<FlowTable> =>
  content.filter((part) => part.flow === 'table');

/** A row of nothing but one cell with a table in it is a frame for layout: what it holds stands in its place. */
const frameOf = ({ cells }: FlowRow): FlowCell | undefined => {
  const [only, second] = cells;
  return second === undefined && only !== undefined && tablesIn(only.content).length > 0
    ? only
    : undefined;
};

const tooDeep = (telling: Telling, seen: number): never => {
  const { name } = telling;
  const part = lastPlace(telling) === '' ? 'a table' : lastPlace(telling);
  const what = 'tables inside one another';
  return refuse({ _tag: 'OverLimit', name, part, what, seen, limit: limits.nested_tables });
};

const tellTable = (telling: Telling, { rows }: FlowTable, nesting: number): void => {
  if (nesting > limits.nested_tables) tooDeep(telling, nesting);
  let table: number | undefined;
  for (const row of rows) {
    countStep(telling);
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
        tellAside(telling, part.aside, part.place ?? lastPlace(telling));
        break;
    }
  }
};

/** Notes stand after everything, each with its mark before it; where each belongs is its place. */
const tellNotes = (telling: Telling, is: FlowNote['is']): void => {
  const notes = telling.notes.filter(({ note }) => note.is === is);
  for (const { note, place } of notes) {
    const where = `${is} ${note.mark} to ${place}`;
    let mark: string | undefined = `[${note.mark}]`;
    for (const part of note.content) {
      if (part.flow === 'table') tellTable(telling, part, 1);
      if (part.flow === 'aside') tellAside(telling, part.aside, where);
      if (part.flow !== 'paragraph') continue;
      for (const line of part.lines) {
        tellLine(telling, line, mark ?? part.marker, (words) => ({
          kind: 'paragraph',
          ...words,
          place: where,
        }));
        mark = undefined;
      }
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
  const telling = newTelling(name);
  tellAll(telling, flow, 1);
  tellNotes(telling, 'footnote');
  tellNotes(telling, 'endnote');
  return { pieces: telling.pieces, remarks: [...telling.remarks, ...furtherRemarks(telling)] };
};
