import type { CellPlace } from '../../../document/block.ts';
import type { Book } from './book.ts';

/** Where something is that is no words of its own. */
export const beside = ({ tallies: { paragraphs } }: Book): string =>
  paragraphs === 0 ? 'before paragraph 1' : `after paragraph ${paragraphs}`;

/** "table 2, row 3, column 1". */
export const cellPlaceInWords = ({ table, row, column }: CellPlace): string =>
  `table ${table}, row ${row}, column ${column}`;
