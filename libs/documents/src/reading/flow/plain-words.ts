/** What no reader sees: soft hyphens, marks of width nothing and of direction, and control characters but white space. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|(?!\s)\p{Cc}/gu;

/** Words as a reader sees them, on one line: the rest is told apart by nobody and would hide a word from a search. */
export const plainWords = (words: string): string =>
  words.replace(unseen, '').replace(/\s+/gu, ' ').trim();

const longestQuotation = 200;

/** Words of a file for a remark: on one line, in quotation marks, cut where they are long. */
export const quoted = (words: string): string => {
  const plain = Array.from(plainWords(words.slice(0, longestQuotation * 4)));
  const cut = plain.length > longestQuotation ? [...plain.slice(0, longestQuotation), '…'] : plain;
  return `“${cut.join('')}”`;
};
