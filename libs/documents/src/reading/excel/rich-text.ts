import { asSeenIn } from '../flow/symbols.ts';
import type { Attributes } from './attributes.ts';

/** Words of a cell, and the colour that all of them are written in where they have one of their own. */
export type RichText = Readonly<{
  words: string;
  colour?: Attributes;
  /** Whether some of them are in a font of their own: signs of such fonts are what people see of them. */
  hasFonts?: true;
}>;

/** A character that XML cannot hold is written by its number: "_x000D_" (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (words: string): string =>
  words.includes('_x')
    ? words.replace(/_x([\dA-Fa-f]{4})_/gu, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
    : words;

export type RichTextCollector = Readonly<{
  open: (name: string, attributes: Attributes) => void;
  text: (words: string) => void;
  close: (name: string) => void;
  /** What was collected since it was last taken. */
  take: () => RichText;
}>;

const same = (one: Attributes | undefined, other: Attributes | undefined): boolean =>
  one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));

/** Collects what stands in a shared string or in a cell's own: runs of words, without the pronunciation beside them. */
export const richTextCollector = (): RichTextCollector => {
  let words = '';
  let isText = false;
  let spoken = 0;
  let ofRun: Attributes | undefined;
  let colours: Array<Attributes | undefined> = [];
  let font: string | undefined;
  let hasFonts = false;
  return {
    open: (name, attributes) => {
      if (name === 'x:t') isText = spoken === 0;
      else if (name === 'x:rPh') spoken += 1;
      else if (name === 'x:r') {
        ofRun = undefined;
        font = undefined;
      } else if (name === 'x:color') ofRun = attributes;
      else if (name === 'x:rFont') {
        font = attributes['val'];
        hasFonts = true;
      }
    },
    text: (more) => {
      if (!isText) return;
      words += asSeenIn(more, font);
      const isFirst = colours.length === 0;
      if (more.trim() !== '' && (isFirst || !same(colours.at(-1), ofRun))) colours.push(ofRun);
    },
    close: (name) => {
      if (name === 'x:t') isText = false;
      else if (name === 'x:rPh') spoken -= 1;
      else if (name === 'x:r') ofRun = undefined;
    },
    take: () => {
      const [colour] = colours.length === 1 ? colours : [];
      const taken = unescaped(words);
      words = '';
      colours = [];
      ofRun = undefined;
      font = undefined;
      const ownFonts = hasFonts ? { hasFonts } : {};
      hasFonts = false;
      return { words: taken, ...(colour === undefined ? {} : { colour }), ...ownFonts };
    },
  };
};
