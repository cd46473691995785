import { Buffer } from 'node:buffer';
import type { Extracted } from 'word-extractor';
import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import { mendParagraphProperties } from './mend-paragraph-properties.ts';

class Extractor extends WordOleExtractor {
  override writeParagraphProperties(stream: Buffer, table: Buffer): void {
    mendParagraphProperties(stream, table);
    super.writeParagraphProperties(stream, table);
  }
}

/** Takes the text out of a Word document of before 2007, whatever its properties lack. Rejects where it cannot. */
export const takeTextOut = (bytes: Uint8Array): Promise<Extracted> =>
  new Extractor().extract(
    new BufferReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
