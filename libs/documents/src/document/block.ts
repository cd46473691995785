/** Where a cell stands: which table of the document, which row of it, which column; each from 1. */
export type CellPlace = Readonly<{ table: number; row: number; column: number }>;

/**
 * One paragraph, heading, list item or table cell, with its place. A cell of several paragraphs is several
 * blocks of one `table` place; an empty cell is a block with empty `text`, since "nothing" can be an answer.
 */
export type Block = Readonly<{
  /** Reading order, from 1. */
  index: number;
  kind: 'paragraph' | 'heading' | 'list item' | 'cell';
  /** The words, trimmed, without the list marker. */
  text: string;
  /** The exact slice of the source: all of them one after another are the document. */
  raw: string;
  /** Where the words begin, from 1. */
  line: number;
  /** The list marker as written: "·", "12.". */
  marker?: string;
  table?: CellPlace;
}>;

/** A block's words as a reader sees them: the list marker, then the text. */
export const wordsOf = (block: Block): string =>
  block.marker === undefined ? block.text : `${block.marker} ${block.text}`.trimEnd();
