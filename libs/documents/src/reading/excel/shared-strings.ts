import { walkXml } from '../xml/parse-xml.ts';
import type { Part } from '../xml/part.ts';
import { type RichText, richTextCollector } from './rich-text.ts';

/** The words that a workbook's cells share, by number from 0. */
export type SharedStrings = Readonly<{ lookup: (number: number) => RichText | undefined }>;

/** Reads a workbook's shared strings part; without one there are none. */
export const sharedStringsOf = (part: Part, bytes: Uint8Array | undefined): SharedStrings => {
  const strings: Array<RichText> = [];
  const collector = richTextCollector();
  if (bytes !== undefined) {
    walkXml(part, bytes, {
      ...collector,
      close: (name) => {
        collector.close(name);
        if (name === 'x:si') strings.push(collector.take());
      },
    });
  }
  return { lookup: (number) => strings[number] };
};
