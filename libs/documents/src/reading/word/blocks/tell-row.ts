import type { Piece } from '../../../document/blocks-of-pieces.ts';
import { childAt } from '../../xml/xml-element.ts';
import { byWhom } from '../inline/told-change.ts';
import { quoted, wordsIn } from '../words-in.ts';
import type { Book } from './book.ts';
import { beside } from './places.ts';
import type { LaidRow, LeftOut } from './table-layout.ts';

/** Tells what of a row is not seen, and that it was inserted. */
export const tellRow = (
  book: Book,
  { element, row, covered }: LaidRow,
  table: number,
  first: Piece | undefined,
): void => {
  const change = childAt(element, 'w:trPr', 'w:ins');
  const place = `table ${table}, row ${row}`;
  if (change !== undefined) {
    const told = `Row inserted by ${byWhom(change)}: ${quoted(wordsIn(element))}`;
    book.remarks.add('tracked change', place, told, first);
  }
  for (const { element: cell, column } of covered) {
    const words = wordsIn(cell);
    if (words !== '')
      book.remarks.add(
        'hidden',
        `${place}, column ${column}`,
        `A merged cell covers ${quoted(words)}`,
        first,
      );
  }
};

/** Tells a row that is not read. `table` names its table; "" where nothing of the table is read. */
export const tellLeftOut = (book: Book, { element, why, after }: LeftOut, table: string): void => {
  const words = quoted(wordsIn(element));
  const place =
    table === ''
      ? beside(book)
      : `${table}, ${after === 0 ? 'before row 1' : `after row ${after}`}`;
  const change = childAt(element, 'w:trPr', 'w:del');
  if (why === 'deleted' && change !== undefined)
    book.remarks.add('tracked change', place, `Row deleted by ${byWhom(change)}: ${words}`);
  else book.remarks.add('hidden', place, `Hidden row: ${words}`);
};
