import { byColour } from './by-colour.ts';

/** Where in a document something stands, for people: its place where the file has no lines, else "line 12". */
export const spotInWords = ({
  line,
  place,
}: Readonly<{ line: number; place?: string | undefined }>): string => place ?? `line ${line}`;

/** The same of what was read there; where that was a colour and no words, it is told too. */
export const sourceInWords = (
  source: Readonly<{ line: number; place?: string | undefined; words?: string | undefined }>,
): string => {
  const colour = byColour(source.words);
  return colour === undefined ? spotInWords(source) : `${spotInWords(source)}, ${colour}`;
};
