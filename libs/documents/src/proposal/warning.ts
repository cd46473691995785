/** What was uncertain: where, in which words, and what was made of it. */
export type Warning = Readonly<{ block: number; line: number; text: string; message: string }>;
