const longest = 160;

/** "2 specific target for LAC (Appendix 33)": a footnote that lost its place at the page's foot. */
export const isStrayFootnote = (words: string): boolean =>
  words.length <= longest && /^[1-9]\d?\s+[a-z“"‘]/.test(words);
