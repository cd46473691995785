import { isListMarker } from './list-marker.ts';

/**
 * What a line of a text rendering is:
 * - `blank`: nothing on it;
 * - `cell`: it starts with a tab and is one cell of a row; consecutive ones are one row;
 * - `row`: a whole row on one line, its cells parted by tabs or by bars;
 * - `rule`: the line of dashes under a table's heads;
 * - `words`: anything else.
 */
export type Line = Readonly<{
  shape: 'blank' | 'cell' | 'row' | 'rule' | 'words';
  /** The line without its end. */
  text: string;
  /** Offset of its first character in the source. */
  start: number;
  /** From 1. */
  number: number;
}>;

/** A tab between words makes a row, unless it only sets off a list marker or a field's name. */
const isRow = (text: string): boolean => {
  const [first = '', second, third] = text.split('\t').filter((cell) => cell.trim() !== '');
  if (second === undefined) return false;
  return third !== undefined || !(isListMarker(first.trim()) || first.trimEnd().endsWith(':'));
};

const shapeOf = (text: string): Line['shape'] => {
  if (text.startsWith('\t')) return isRow(text) ? 'row' : 'cell';
  const words = text.trim();
  if (words === '') return 'blank';
  if (words.startsWith('|') && words.endsWith('|') && words.length > 2) {
    return /^[|\s:-]+$/.test(words) ? 'rule' : 'row';
  }
  return isRow(words) ? 'row' : 'words';
};

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** A source's lines; ends are LF or CRLF. */
export const linesOf = (source: string): ReadonlyArray<Line> => {
  const lines: Array<Line> = [];
  for (let start = 0; start < source.length;) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const text = withoutReturn(source.slice(start, end));
    lines.push({ shape: shapeOf(text), text, start, number: lines.length + 1 });
    start = end + 1;
  }
  return lines;
};
