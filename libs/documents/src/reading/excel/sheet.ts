import type { Row } from './cell.ts';
import type { CellAt } from './cell-reference.ts';
import type { Comment } from './comments.ts';
import type { Drawn } from './drawn.ts';
import type { Findings } from './findings.ts';
import type { Relationship } from '../package/relationships.ts';
import type { SheetDetails } from './sheet-details.ts';

/** A sheet as it is read from its parts, before it is told as pieces. */
export type Sheet = Readonly<{
  name: string;
  /** Those with words or colours; none where the workbook has more words than are kept. */
  rows: ReadonlyArray<Row>;
  /** How many cells have words. */
  worded: number;
  details: Readonly<SheetDetails>;
  findings: Findings;
  relationships: ReadonlyArray<Relationship>;
  comments: ReadonlyArray<Comment>;
  drawn: Drawn;
}>;

/** A cell as a key of a map; a sheet has less than 2^34 cells. */
export const keyOf = ({ row, column }: CellAt): number => row * 16_384 + column;
