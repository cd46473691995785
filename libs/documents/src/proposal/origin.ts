/**
 * Where in the document something was read: the block and the line, both from 1, and the words. `place` says it for
 * people where the file has no lines: "table 2, row 3, column 1".
 */
export type Origin = Readonly<{ block: number; line: number; words: string; place?: string }>;
