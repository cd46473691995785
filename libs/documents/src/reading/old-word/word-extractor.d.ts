/** As much of word-extractor as is used; the package ships no types. */
declare module 'word-extractor' {
  type Options = Readonly<{ filterUnicode: boolean; includeFooters?: boolean }>;

  export type Extracted = Readonly<{
    getBody: (options: Options) => string;
    getFootnotes: (options: Options) => string;
    getEndnotes: (options: Options) => string;
    getHeaders: (options: Options) => string;
    getFooters: (options: Options) => string;
    getAnnotations: (options: Options) => string;
    getTextboxes: (options: Options) => string;
  }>;
}

declare module 'word-extractor/lib/buffer-reader.js' {
  import type { Buffer } from 'node:buffer';

  export default class BufferReader {
    constructor(file: Buffer);
    buffer(): Buffer;
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type { Buffer } from 'node:buffer';
  import type { Extracted } from 'word-extractor';
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  /** Takes the text out of a Word document of before 2007. */
  export default class WordOleExtractor {
    extract(file: BufferReader): Promise<Extracted>;
    /** Marks where rows of tables end, by the properties of their paragraphs. */
    writeParagraphProperties(stream: Buffer, table: Buffer): void;
  }
}
