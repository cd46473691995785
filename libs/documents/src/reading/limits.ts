/** What a file may be at most. A plan is some 50 KB of words; these leave room for pictures, and for no bomb. */
export const limits = {
  /** Of a file as it is sent, unless it is text. */
  file_bytes: 20 * 1024 * 1024,
  /** Of a file of text: what an import makes of more would not fit into the one append that it is. */
  text_bytes: 2 * 1024 * 1024,
  /** Of a web page; a document that was put right by hand is kept as one, with the place of every cell. */
  page_bytes: 8 * 1024 * 1024,
  /** Of a table of values, whose rows are many and short. */
  values_bytes: 20 * 1024 * 1024,
  /** What one part of a zipped file, and all that are read of it, may expand to. */
  part_bytes: 128 * 1024 * 1024,
  expanded_bytes: 256 * 1024 * 1024,
  /** Parts in a zipped file. */
  parts: 10_000,
  /** Elements inside one another. */
  depth: 256,
  /** Elements of one part that is read as a whole. */
  elements: 2_000_000,
  /** Tables inside tables. */
  nested_tables: 8,
  rows: 100_000,
  columns: 500,
  pages: 2_000,
  blocks: 600_000,
  /** Of blocks with words, where a plan is to be made of them: no append would hold what an import made of more. */
  worded: 40_000,
  /** Of the same, so many are counted before the file is refused for them. */
  counted: 1_000_000,
  /** Of blocks with words and without, where a plan is to be made of them: empty cells take memory too. */
  proposed: 80_000,
  /** Of the words of one block. */
  words: 100_000,
  time_ms: 30_000,
  heap_megabytes: 384,
  /** A thread that takes more when it has answered is ended: what it holds is of no more use, and V8 would keep it. */
  kept_megabytes: 160,
} as const;
