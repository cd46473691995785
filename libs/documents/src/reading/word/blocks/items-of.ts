import type { XmlElement } from '../../xml/xml-element.ts';
import { isEndDeleted } from './read-paragraph.ts';

/** What stands in the body of a document, in a cell, in a text box. A chunk is a file that stands in for a part. */
export type Item =
  | Readonly<{ kind: 'paragraph'; elements: ReadonlyArray<XmlElement> }>
  | Readonly<{ kind: 'table' | 'chunk'; element: XmlElement }>;

/** Paragraphs, each with those before it whose ends were deleted, and tables. */
export const itemsOf = (content: ReadonlyArray<XmlElement>): ReadonlyArray<Item> => {
  const items: Array<Item> = [];
  let joined: Array<XmlElement> = [];
  const end = (): void => {
    if (joined.length > 0) items.push({ kind: 'paragraph', elements: joined });
    joined = [];
  };
  for (const element of content) {
    if (element.name === 'w:p') {
      joined.push(element);
      if (!isEndDeleted(element)) end();
    } else if (element.name === 'w:tbl' || element.name === 'w:altChunk') {
      end();
      items.push({ kind: element.name === 'w:tbl' ? 'table' : 'chunk', element });
    }
  }
  end();
  return items;
};
