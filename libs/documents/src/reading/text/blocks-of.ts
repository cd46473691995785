import type { Block, CellPlace } from '../../document/block.ts';
import { continuationOf } from './cell-continuation.ts';
import { type Line, linesOf } from './line.ts';
import { splitListMarker } from './list-marker.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** A block before it is known where the next one begins. */
type Piece = Readonly<{ start: number; line: number; words: string; table?: CellPlace }>;

/** The cells of a one-line row: where each starts within the line, and its words. */
const cellsOf = (text: string): ReadonlyArray<Readonly<{ start: number; words: string }>> => {
  const bars = text.trimStart().startsWith('|');
  const parts = text.split(bars ? '|' : '\t');
  const starts: Array<number> = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    at += part.length + 1;
  }
  const cells = parts.map((part, column) => ({ start: starts[column] ?? 0, words: part.trim() }));
  return bars ? cells.slice(1, -1) : cells;
};

/** Follows where in which table the reading stands. */
const tableCounter = () => {
  let table = 0;
  let row = 0;
  let column = 0;
  let inTable = false;
  return {
    leaveTable: (): void => {
      inTable = false;
    },
    nextRow: (): void => {
      if (!inTable) {
        table += 1;
        row = 0;
        inTable = true;
      }
      row += 1;
      column = 0;
    },
    nextCell: (): CellPlace => {
      column += 1;
      return { table, row, column };
    },
    sameCell: (): CellPlace => ({ table, row, column }),
  };
};

const headingMark = /^#{1,6}\s+/;

const blockOf = (piece: Piece, index: number, raw: string): Block => {
  const isHeading = piece.table === undefined && headingMark.test(piece.words);
  const { marker, text } = splitListMarker(piece.words.replace(headingMark, ''));
  const kind = isHeading ? 'heading' : marker === undefined ? 'paragraph' : 'list item';
  return {
    index,
    kind: piece.table === undefined ? kind : 'cell',
    // As in every other format: how many spaces somebody typed is no news when the same words come from Word.
    text: text.replace(/\s+/gu, ' '),
    raw,
    line: piece.line,
    ...(marker === undefined ? {} : { marker }),
    ...(piece.table === undefined ? {} : { table: piece.table }),
  };
};

const piecesOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = [];
  const counter = tableCounter();
  const wrapped = wrappedLines(lines);
  const add = (line: Line, start: number, words: string, table?: CellPlace): void => {
    pieces.push({ start, line: line.number, words, ...(table === undefined ? {} : { table }) });
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.shape === 'blank' || line.shape === 'rule') continue;
    switch (line.shape) {
      case 'words': {
        counter.leaveTable();
        const run = [line.text.trim()];
        for (; wrapped.has(at + 1); at += 1) run.push(lines[at + 1]?.text.trim() ?? '');
        add(line, line.start, run.join(' '));
        break;
      }
      case 'row':
        counter.nextRow();
        for (const cell of cellsOf(line.text)) {
          add(line, line.start + cell.start, cell.words, counter.nextCell());
        }
        break;
      case 'cell': {
        if (lines[at - 1]?.shape !== 'cell' && !isContinued(pieces, lines, at)) counter.nextRow();
        add(line, line.start, line.text.trim(), counter.nextCell());
        const continuation = line.text.trim() === '' ? [] : continuationOf(lines, at + 1);
        for (const position of continuation) {
          const run = lines[position];
          if (run !== undefined) add(run, run.start, run.text.trim(), counter.sameCell());
        }
        at = continuation.at(-1) ?? at;
        break;
      }
    }
  }
  return pieces;
};

/** Whether the line before is the last paragraph of a cell: then this one is the next cell of its row. */
const isContinued = (
  pieces: ReadonlyArray<Piece>,
  lines: ReadonlyArray<Line>,
  at: number,
): boolean => {
  const last = pieces.at(-1);
  return last?.table !== undefined && last.line === lines[at - 1]?.number;
};

/**
 * A text rendering as blocks. Each block's raw slice runs up to where the next one begins, so that blank lines
 * and tabs belong to a block too and nothing of the source is outside them.
 */
export const blocksOf = (source: string): ReadonlyArray<Block> => {
  const pieces = piecesOf(linesOf(source));
  return pieces.map((piece, at) => {
    const start = at === 0 ? 0 : piece.start;
    return blockOf(piece, at + 1, source.slice(start, pieces[at + 1]?.start ?? source.length));
  });
};
