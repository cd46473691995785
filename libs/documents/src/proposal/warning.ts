/** What was uncertain: where (`place` for people, where the file has no lines), in which words, and what was made of it. */
export type Warning = Readonly<{
  block: number;
  line: number;
  place?: string;
  text: string;
  message: string;
}>;
