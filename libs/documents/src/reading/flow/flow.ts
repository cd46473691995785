import type { Colour } from '../../document/colour.ts';
import type { Remark } from '../../document/remark.ts';

/** Something said beside the words; its place is that of the paragraph or cell that it stands in. */
export type Aside = Pick<Remark, 'kind' | 'words'>;

/** A note at the foot of a page or at the end, with the mark that leads to it. */
export type FlowNote = Readonly<{
  is: 'footnote' | 'endnote';
  mark: string;
  content: ReadonlyArray<Flow>;
}>;

/** The words between two line breaks of a paragraph. */
export type FlowLine = Readonly<{
  text: string;
  fill?: Colour;
  asides: ReadonlyArray<Aside>;
  notes?: ReadonlyArray<FlowNote>;
}>;

export type FlowParagraph = Readonly<{
  flow: 'paragraph';
  kind: 'paragraph' | 'heading' | 'list item';
  lines: ReadonlyArray<FlowLine>;
  marker?: string;
  level?: number;
  /** Where people find it, where that is not "paragraph 14". */
  place?: string;
}>;

export type FlowCell = Readonly<{
  /** Of the grid, from 1. */
  column: number;
  columns: number;
  rows: number;
  fill?: Colour;
  content: ReadonlyArray<Flow>;
  /** Where people find it, where that is not "table 2, row 3, column 1". */
  place?: string;
}>;

export type FlowRow = Readonly<{ row: number; cells: ReadonlyArray<FlowCell> }>;

export type FlowTable = Readonly<{ flow: 'table'; rows: ReadonlyArray<FlowRow> }>;

export type FlowAside = Readonly<{ flow: 'aside'; aside: Aside; place?: string }>;

/**
 * What stands in a document that flows down the page (a web page, an OpenDocument text), one after another, in its
 * own order and nesting: before it is told as pieces.
 */
export type Flow = FlowParagraph | FlowTable | FlowAside;
