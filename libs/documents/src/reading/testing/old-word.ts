import { Buffer } from 'node:buffer';
import { compoundFileOf } from './compound-file.ts';

/** Where the text begins in its stream. */
const textAt = 2048;

/** What an old Word document for specs says, in the order in which the file has it. */
export type OldWord = Readonly<{
  /** Paragraphs end with "\r", cells with "\u0007"; a row with "\u0007\r". */
  body: string;
  footnotes?: string;
  comments?: string;
}>;

/** An old Word document (MS-DOC) for specs: its text as one piece of UTF-16. */
export const oldWordOf = ({ body, footnotes = '', comments = '' }: OldWord): Uint8Array => {
  const text = `${body}${footnotes}${comments}\r`;
  const stream = Buffer.alloc(textAt + text.length * 2);
  stream.writeUInt16LE(0xa5ec, 0);
  // The table stream is "1Table".
  stream.writeUInt16LE(0x0200, 0x0a);
  stream.writeUInt32LE(body.length, 0x4c);
  stream.writeUInt32LE(footnotes.length, 0x50);
  stream.writeUInt32LE(comments.length, 0x5c);
  stream.write(text, textAt, 'utf16le');
  const table = Buffer.alloc(64);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(text.length, 9);
  table.writeUInt32LE(textAt, 15);
  return compoundFileOf({ WordDocument: stream, '1Table': table });
};
