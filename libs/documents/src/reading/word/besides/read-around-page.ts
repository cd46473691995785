import { wordsOf } from '../../../document/block.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { tallies, type Book } from '../blocks/book.ts';
import { readBlocks } from '../blocks/read-blocks.ts';
import { listCounters } from '../numbering/list-counters.ts';
import { quoted } from '../words-in.ts';

export type AroundPage = Readonly<{ place: 'header' | 'footer'; root: XmlElement; book: Book }>;

/**
 * Tells the words of headers and footers, each once however many pages and sections have it. Numbers of pages are left
 * out. What else stands in them is told as of the body.
 */
export const tellAroundPage = (parts: ReadonlyArray<AroundPage>): void => {
  const told = new Set<string>();
  for (const { place, root, book } of parts) {
    const own: Book = {
      ...book,
      counters: listCounters(),
      tallies: { ...tallies(), things: book.tallies.things },
    };
    const words = readBlocks(root, own, { place, depth: 0 })
      .map(wordsOf)
      .filter((line) => line !== '')
      .join(' · ');
    const remark = `${place === 'header' ? 'Header' : 'Footer'}: ${quoted(words, 1_000)}`;
    if (words === '' || told.has(remark)) continue;
    told.add(remark);
    book.remarks.add('around the page', place, remark);
  }
};
