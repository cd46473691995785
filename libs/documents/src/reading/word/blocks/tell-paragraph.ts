import type { Piece } from '../../../document/blocks-of-pieces.ts';
import { struckOn } from '../inline/collected.ts';
import { byWhom } from '../inline/told-change.ts';
import { quoted, wordsIn } from '../words-in.ts';
import type { Book, Where } from './book.ts';
import type { ParagraphRead } from './read-paragraph.ts';

/** The piece of each line of a paragraph; lines without words have none. */
export type PieceOfLine = ReadonlyArray<Piece | undefined>;

/** The piece that something on a line is about: of that line, else the next that there is, else the last one. */
const pieceAt = (pieces: PieceOfLine, line: number): Piece | undefined => {
  for (let at = line; at < pieces.length; at += 1) {
    if (pieces[at] !== undefined) return pieces[at];
  }
  return pieces.findLast((piece) => piece !== undefined);
};

const tellComment = (book: Book, id: string, place: string, piece: Piece | undefined): void => {
  const comment = book.comments.get(id);
  if (comment === undefined || book.commented.has(id)) return;
  book.commented.add(id);
  book.remarks.add(
    'comment',
    place,
    `Comment by ${byWhom(comment)}: ${quoted(wordsIn(comment), 2_000)}`,
    piece,
  );
};

/** Tells what stands in a paragraph besides words: changes, comments, links, pictures, hidden words, notes. */
export const tellParagraph = (
  book: Book,
  { collected }: ParagraphRead,
  place: string,
  pieces: PieceOfLine,
  { isNewRow }: Where,
): void => {
  const { remarks } = book;
  for (const { change, words, line } of collected.changes) {
    if (words.trim() === '' || (isNewRow === true && change.isInsertion)) continue;
    const told = `${change.verb} by ${change.by}: ${quoted(words)}`;
    remarks.add('tracked change', place, told, pieceAt(pieces, line));
  }
  for (const { id, line } of collected.comments) {
    tellComment(book, id, place, pieceAt(pieces, line));
  }
  for (const { kind, words, line } of collected.notes) {
    remarks.add(kind, place, words, pieceAt(pieces, line));
  }
  for (const [line, spans] of collected.lines.entries()) {
    for (const words of struckOn(spans)) {
      const told = `Struck through, read as it stands: ${quoted(words)}`;
      remarks.add('doubtful', place, told, pieceAt(pieces, line));
    }
  }
  if (collected.hidden.trim() !== '') {
    remarks.add('hidden', place, `Hidden words: ${quoted(collected.hidden)}`, pieceAt(pieces, 0));
  }
  for (const { kind, id } of collected.references) book.references.push({ kind, id, place });
};

/** Tells the comments that stand beside no words that are read. */
export const tellOtherComments = (book: Book): void => {
  for (const id of book.comments.keys()) tellComment(book, id, '', undefined);
};
