/** Where in a document something stands, for people: its place where the file has no lines, else "line 12". */
export const spotInWords = ({
  line,
  place,
}: Readonly<{ line: number; place?: string | undefined }>): string => place ?? `line ${line}`;
