const bullet = /^(?:[·•▪◦‣●○■□*\-–—])$/u;
const number = /^(?:\(\d{1,4}\)|\d{1,4}[.)]|\([a-z]\)|[a-z]\))$/;

/** "·", "12.", "3)", "(a)": what stands before the words of a list item. "2.3." is a label of its own. */
export const isListMarker = (text: string): boolean => bullet.test(text) || number.test(text);

/** Splits "· words" into marker and words; no marker where the line is no list item. */
export const splitListMarker = (
  words: string,
): Readonly<{ marker: string | undefined; text: string }> => {
  const end = words.search(/\s/);
  const first = end < 0 ? words : words.slice(0, end);
  return end > 0 && isListMarker(first)
    ? { marker: first, text: words.slice(end).trim() }
    : { marker: undefined, text: words };
};
