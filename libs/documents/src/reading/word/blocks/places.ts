import type { CellPlace } from '../../../document/block.ts';
import type { Book } from './book.ts';

/** Where something is that is no words of its own. */
export const beside = ({ tallies: { paragraphs } }: Book): string =>
  paragraphs === 0 ? 'before paragraph 1' : `after paragraph ${paragraphs}`;

/** "table 2, row 3, column 1". */
export const cellPlaceInWords = ({ table, row, column }: CellPlace): string =>
  `table ${table}, row ${row}, column ${column}`;

/** "text box in paragraph 3"; where its paragraph has no words of its own, "text box after paragraph 2". */
export const boxPlaceInWords = (place: string): string =>
  /^(?:before|after) /.test(place) ? `text box ${place}` : `text box in ${place}`;
