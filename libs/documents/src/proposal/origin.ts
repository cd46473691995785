/** Where in the document something was read: the block and the line, both from 1, and the words. */
export type Origin = Readonly<{ block: number; line: number; words: string }>;
