/** Where quotation marks of a table of values do not match: in which row, from 1, and how. */
export type BrokenQuote = Readonly<{ row: number; why: string }>;

const endsField = (sign: string | undefined, delimiter: string): boolean =>
  sign === undefined || sign === delimiter || sign === '\n' || sign === '\r';

/** Where a field in quotation marks ends, after the closing one; two of them are one that is meant. */
const afterQuotes = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1;
  return -1;
};

/**
 * Goes through the rows of a table of values by RFC 4180, whose quotation marks are around a whole field or mean nothing.
 * @param told of each row: how many fields it has; stops where it answers `false`
 * @returns the first row whose quotation marks do not match
 */
export const scanRows = (
  text: string,
  delimiter: string,
  told: (fields: number) => boolean,
): BrokenQuote | undefined => {
  const plain = new RegExp(`[^${delimiter === '|' ? '\\|' : delimiter}\\r\\n]*`, 'yu');
  let row = 1;
  let fields = 0;
  for (let at = 0; at < text.length;) {
    fields += 1;
    if (text[at] === '"') {
      at = afterQuotes(text, at);
      if (at < 0) return { row, why: 'a quotation mark opens and never closes' };
      if (!endsField(text[at], delimiter))
        return { row, why: `“${text[at] ?? ''}” stands after a closing quotation mark` };
    } else {
      plain.lastIndex = at;
      plain.exec(text);
      at = plain.lastIndex;
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      fields += 1;
    }
    if (!told(fields)) return undefined;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    row += 1;
    fields = 0;
  }
  return undefined;
};
