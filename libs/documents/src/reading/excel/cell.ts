import type { CellStyle } from './styles.ts';

/** What a cell holds, for rules that compare it: `undefined` nothing, `null` an error. */
export type Value = number | string | boolean | null | undefined;

/** Something of a cell that a reader should know besides its words. */
export type Doubt = 'error' | 'no result' | 'unseen' | 'unseen year' | 'unclear fill' | 'struck';

export type Cell = Readonly<{
  column: number;
  /** As the cell shows them; "" for an empty one. May stand on several lines. */
  words: string;
  value: Value;
  style: CellStyle;
  /** The colour of its words, where that is not its style's. */
  colour: string | undefined;
}>;

/** A row that has words or colours; its cells by column. */
export type Row = Readonly<{
  row: number;
  cells: ReadonlyArray<Cell>;
  isWorded: boolean;
  /** Of the cells that the file does not write. */
  style: CellStyle | undefined;
}>;
