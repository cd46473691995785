import type { Colour } from './colour.ts';

/**
 * Where a cell stands: which table of the document, which row of it, which column; each from 1. A column is that of
 * the table's grid, so that a cell stands under its head whatever is merged beside it.
 */
export type CellPlace = Readonly<{
  table: number;
  row: number;
  column: number;
  /** How many columns and rows a merged cell takes; 1 where it says nothing. The others have no blocks. */
  columns?: number;
  rows?: number;
}>;

/**
 * One paragraph, heading, list item or table cell, with its place. A cell of several paragraphs is several
 * blocks of one `table` place; an empty cell is a block with empty `text`, since "nothing" can be an answer.
 */
export type Block = Readonly<{
  /** Reading order, from 1. */
  index: number;
  kind: 'paragraph' | 'heading' | 'list item' | 'cell';
  /** The words, trimmed, without the list marker; on one line. */
  text: string;
  /** Its slice of the document's text (`textOf`): all of them one after another are that text. */
  raw: string;
  /** Where in that text the words begin, from 1. */
  line: number;
  /** The list marker as written, or as the document's automatic numbering shows it: "·", "12.", "Action 14". */
  marker?: string;
  table?: CellPlace;
  /** Where people find it in a file that has no lines: "table 2, row 3, column 1", "sheet “Actions”, cell C7", "page 4". */
  place?: string;
  /** The colour of the cell or of its words, where it has one that is not the page's. */
  fill?: Colour;
  /** Of a heading, from 1. */
  level?: number;
  /** What stands beside the plan's own words: a line of a table of contents, a note at the foot of a page. */
  aside?: 'contents' | 'footnote';
}>;

/** A block's words as a reader sees them: the list marker, then the text. */
export const wordsOf = ({ marker, text }: Pick<Block, 'marker' | 'text'>): string =>
  marker === undefined ? text : `${marker} ${text}`.trimEnd();
