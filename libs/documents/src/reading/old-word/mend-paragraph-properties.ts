import type { Buffer } from 'node:buffer';

const page_bytes = 512;
/** In the header: where in the table stream the pages of paragraph properties are listed (MS-DOC 2.5.6). */
const listedAt = 0x0102;
/** Of each paragraph on a page: how many bytes say where its properties stand, and more (MS-DOC 2.9.28). */
const place_bytes = 13;

/** How many bytes the value of a property takes, by the highest bits of its number (MS-DOC 2.2.5.1). */
const sizes: ReadonlyArray<number | undefined> = [1, 1, 2, 4, 2, 2, undefined, 3];

const numberAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

const wholeNumberAt = (bytes: Uint8Array, at: number): number =>
  (numberAt(bytes, at) | (numberAt(bytes, at + 2) << 16)) >>> 0;

/** A list that is too long stands elsewhere, and this property of four bytes says where (MS-DOC 2.6.2, sprmPHugePapx). */
const standsElsewhere = new Set([0x6645, 0x6646]);

/** That the paragraph is the end of a row (sprmPFTtp), and a property that says nothing, for what is left of the four. */
const endsRow = [0x17, 0x24, 1, 0, 0, 0] as const;

/** What ends a cell, and by itself in a paragraph of its own a row. */
const cellMark = 0x07;

/** Blanks the last property of a list where its value should tell its own length, and there is none. */
const blankUnfinished = (list: Uint8Array): void => {
  // The number of the paragraph's style comes first.
  for (let at = 2; at < list.length - 1;) {
    const property = numberAt(list, at);
    const value = at + 2;
    const size = sizes[property >> 13];
    if (size === undefined && value >= list.length) list.fill(0, at, value);
    at = value + (size ?? 1 + (list[value] ?? 0));
  }
};

/** Says of a wide row's end what the list says that stands elsewhere: nothing else is so short and has so much of it. */
const tellRowEnd = (list: Uint8Array): void => {
  if (standsElsewhere.has(numberAt(list, 2)) && list.length >= 2 + endsRow.length)
    list.set(endsRow, 2);
};

/** The properties of a paragraph, and where its words are in the document. */
type Listed = Readonly<{ list: Uint8Array; from: number; to: number }>;

const listsOn = (page: Uint8Array): ReadonlyArray<Listed> => {
  const paragraphs = page[page_bytes - 1] ?? 0;
  return Array.from({ length: paragraphs }, (_, index) => {
    const at = 2 * (page[(paragraphs + 1) * 4 + index * place_bytes] ?? 0);
    const words = page[at] ?? 0;
    return {
      list:
        words === 0
          ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0))
          : page.subarray(at + 1, at + 2 * words),
      from: wholeNumberAt(page, index * 4),
      to: wholeNumberAt(page, (index + 1) * 4),
    };
  });
};

const isCellMark = (stream: Uint8Array, { from, to }: Listed): boolean =>
  to > from && to - from <= 2 && stream[from] === cellMark;

/**
 * Puts properties of paragraphs so that the library can read them. The properties of a wide row's end stand elsewhere,
 * where the library does not look: it would not know that a row ends. And LibreOffice ends the properties of some rows of tables with one that has no value, where even an empty one tells its
 * length. The library reads that length behind the end and falls over: such a property is blanked.
 * @param stream of the document, which is changed
 */
export const mendParagraphProperties = (stream: Buffer, table: Buffer): void => {
  const from = wholeNumberAt(stream, listedAt);
  const listed = table.subarray(from, from + wholeNumberAt(stream, listedAt + 4));
  const pages = Math.floor((listed.length - 4) / 8);
  for (let page = 0; page < pages; page += 1) {
    const at = wholeNumberAt(listed, (pages + 1 + page) * 4) * page_bytes;
    const own = stream.subarray(at, at + page_bytes);
    if (own.length !== page_bytes) continue;
    for (const one of listsOn(own)) {
      blankUnfinished(one.list);
      if (isCellMark(stream, one)) tellRowEnd(one.list);
    }
  }
};
