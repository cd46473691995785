import { partsOf } from '../../package/package-parts.ts';

/** A written Word document for specs: its parts as words. */
export type ReadWord = Readonly<{
  names: ReadonlyArray<string>;
  /** A part's XML; "" where there is none. */
  part: (name: string) => string;
  text: string;
}>;

export const readWord = async (file: Uint8Array): Promise<ReadWord> => {
  const parts = await partsOf(file);
  const part = (name: string): string => new TextDecoder().decode(parts.get(name));
  return { names: [...parts.keys()], part, text: part('word/document.xml') };
};

const unescaped = (words: string): string =>
  words
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');

/** The words of a piece of XML, its runs joined. */
export const wordsOf = (xml: string): string =>
  unescaped(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(''),
  );

/** The elements of a name in a piece of XML, where none is within another. */
export const elementsOf = (xml: string, name: string): ReadonlyArray<string> =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`, 'gu'))].map(
    ([element]) => element,
  );

/** The paragraphs of a style, in words. */
export const inStyle = (xml: string, style: string): ReadonlyArray<string> =>
  elementsOf(xml, 'w:p')
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map(wordsOf);
