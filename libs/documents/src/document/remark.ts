/**
 * Something that a file holds besides its blocks, so that nothing of it is dropped unsaid:
 * - `not read`: pictures, charts, embedded files: counted and named;
 * - `hidden`: sheets, rows, columns or words that a reader of the document does not see;
 * - `tracked change`: what was inserted (it is read) or deleted (it is not);
 * - `comment`: what somebody wrote beside the words;
 * - `around the page`: headers and footers;
 * - `link`: where words lead to;
 * - `doubtful`: what could not be made out for sure.
 */
export type Remark = Readonly<{
  kind:
    'not read' | 'hidden' | 'tracked change' | 'comment' | 'around the page' | 'link' | 'doubtful';
  /** Where in the file, as `Block.place`: "table 2, row 3, column 1", "sheet “Actions”, cell C7", "header"; "" for the whole. */
  place: string;
  /** One sentence for a reader: "Comment by J. Fox, 3 May 2027: “Is this still amber?”" */
  words: string;
  /** The block that it is about, by index, where it is about one. */
  block?: number;
}>;
