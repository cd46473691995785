import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { growingTree } from './growing-tree.ts';
import { walkXml } from './parse-xml.ts';
import type { Part } from './part.ts';
import type { XmlElement } from './xml-element.ts';

/** The elements of a kind of document, by name. */
export type ParagraphNames = Readonly<{
  paragraphs: ReadonlySet<string>;
  /** What holds the words of a paragraph. */
  words: ReadonlySet<string>;
  /** What is no words of the document: what was deleted, comments, other ways to show the same. */
  apart: ReadonlySet<string>;
}>;

/** Counts the paragraphs that have words. One with others inside may be counted as none: it is never too many. */
const countingParagraphs = ({ paragraphs, words, apart }: ParagraphNames) => {
  let worded = 0;
  let isWorded = false;
  let inWords = 0;
  let inApart = 0;
  return {
    count: (): number => worded,
    open: (name: string): void => {
      if (apart.has(name)) inApart += 1;
      if (words.has(name)) inWords += 1;
      if (paragraphs.has(name)) isWorded = false;
    },
    text: (said: string): void => {
      if (inWords > 0 && inApart === 0 && said.trim() !== '') isWorded = true;
    },
    close: (name: string): void => {
      if (apart.has(name)) inApart -= 1;
      if (words.has(name)) inWords -= 1;
      if (!paragraphs.has(name)) return;
      if (isWorded) worded += 1;
      isWorded = false;
    },
  };
};

/**
 * Parses the part that holds a document's words as a tree. Where more paragraphs have words than are kept, the tree is
 * let go, what follows is counted alone, and the file is refused with how many there are: a tree of all of them would
 * take more memory than a file may take.
 * @param most so many paragraphs with words are kept
 */
export const parseParagraphs = (
  of: Part,
  bytes: Uint8Array,
  names: ParagraphNames,
  most: number,
): XmlElement => {
  let tree: ReturnType<typeof growingTree> | undefined = growingTree(of);
  const counting = countingParagraphs(names);
  const tooMuch = (): never => {
    const { name } = of;
    return refuse({ _tag: 'TooMuchToImport', name, worded: counting.count(), limit: most });
  };
  walkXml(of, bytes, {
    open: (name, attributes) => {
      counting.open(name);
      tree?.open(name, attributes);
    },
    text: (words) => {
      counting.text(words);
      tree?.text(words);
    },
    close: (name) => {
      counting.close(name);
      tree?.close();
      if (counting.count() > most) tree = undefined;
      if (counting.count() > limits.counted) tooMuch();
    },
  });
  return tree?.whole() ?? tooMuch();
};
