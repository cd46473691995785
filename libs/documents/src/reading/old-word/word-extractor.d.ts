/** As much of word-extractor as is used; the package ships no types. */
declare module 'word-extractor' {
  type Options = Readonly<{ filterUnicode: boolean; includeFooters?: boolean }>;

  type Extracted = Readonly<{
    getBody: (options: Options) => string;
    getFootnotes: (options: Options) => string;
    getEndnotes: (options: Options) => string;
    getHeaders: (options: Options) => string;
    getFooters: (options: Options) => string;
    getAnnotations: (options: Options) => string;
    getTextboxes: (options: Options) => string;
  }>;

  /** Takes the text out of a Word document of before 2007. */
  export default class WordExtractor {
    extract(file: Uint8Array): Promise<Extracted>;
  }
}
