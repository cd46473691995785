/** Which part of which file is parsed, for refusals. */
export type Part = Readonly<{ name: string; part: string }>;
