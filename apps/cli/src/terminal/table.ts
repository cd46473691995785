import Table from 'cli-table3';
import { safe, type Terminal } from './terminal.ts';

/** A column: its heading, and how wide it may be; one without a width shares what is left. */
export type Column = Readonly<{ heading: string; width?: number }>;

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
};

/** A column's padding and the space between columns. */
const gap = 1;

const widths = (columns: ReadonlyArray<Column>, total: number): number[] => {
  const fixed = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const flexible = columns.filter(({ width }) => width === undefined).length;
  const left = total - fixed - gap * (columns.length - 1);
  const share = Math.max(12, Math.floor(left / Math.max(1, flexible)));
  return columns.map(({ width }) => width ?? share);
};

/** Rows as a table that fits the terminal's width; long words wrap. */
export const table = (
  terminal: Terminal,
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): string => {
  const made = new Table({
    head: columns.map(({ heading }) => terminal.colours.bold(heading)),
    colWidths: widths(columns, terminal.width),
    wordWrap: true,
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  made.push(...rows.map((row) => row.map(safe)));
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};
