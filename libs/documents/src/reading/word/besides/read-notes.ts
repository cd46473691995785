import type { Piece } from '../../../document/blocks-of-pieces.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import type { Book, Reference } from '../blocks/book.ts';
import { readBlocks } from '../blocks/read-blocks.ts';
import { numberInFormat } from '../numbering/number-in-format.ts';

/** A document's notes by their ids, and the book that reads them: their part has relations of its own. */
export type Notes = Readonly<{
  book: Book;
  byId: ReadonlyMap<string, XmlElement>;
}>;

/** Footnotes are counted in figures, endnotes in small Roman numerals, as documents do unless they say otherwise. */
const formats = { footnote: 'decimal', endnote: 'lowerRoman' } as const;

/** A mark that stands before the first words of a note and before nothing else. */
const onceOnly = (mark: string): (() => string | undefined) => {
  let isTold = false;
  return () => {
    if (isTold) return undefined;
    isTold = true;
    return mark;
  };
};

/** Words may refer to a note again: it is the same note. */
const onceEach = (references: ReadonlyArray<Reference>): ReadonlyArray<Reference> =>
  [...new Map([...references].reverse().map((one) => [one.id, one])).values()].reverse();

/**
 * The notes of one kind that the words refer to, in the order of their numbers, as paragraphs with their number before
 * them. Where each belongs is its place.
 */
export const readNotes = (
  kind: Reference['kind'],
  references: ReadonlyArray<Reference>,
  { book, byId }: Notes,
): ReadonlyArray<Piece> =>
  onceEach(references.filter((reference) => reference.kind === kind)).flatMap(
    ({ id, place }, at) => {
      const note = byId.get(id);
      const number = numberInFormat(at + 1, formats[kind]);
      return note === undefined
        ? []
        : readBlocks(note, book, {
            place: `${kind} ${number} to ${place}`,
            depth: 0,
            mark: onceOnly(`[${number}]`),
          });
    },
  );
