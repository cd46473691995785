import { Buffer } from 'node:buffer';
import { type Relations, relationsOf } from './word/relations.ts';
import type { WordParts } from './read-word-parts.ts';
import { parseXml } from './xml/parse-xml.ts';
import type { XmlElement } from './xml/xml-element.ts';

/** A part of a Word document as a tree, and what it refers to by which ids. */
export type WordPart = Readonly<{ root: XmlElement; relations: Relations }>;

/**
 * A part of a Word document whose parts were found whole by `readWordParts`.
 * @param name "word/header1.xml"
 * @returns undefined where there is none of that name, or where it is not of XML
 */
export const lookupWordPart = async (
  parts: WordParts,
  name: string,
): Promise<WordPart | undefined> => {
  const bytes = /\.xml$/iu.test(name) ? parts.get(name) : undefined;
  if (bytes === undefined) return undefined;
  const lookup = (part: string) =>
    Promise.resolve(Buffer.from(parts.get(part) ?? new Uint8Array()));
  return {
    root: parseXml({ name: 'the template', part: name }, bytes),
    relations: await relationsOf('the template', { lookup }, name),
  };
};
