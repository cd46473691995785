export type GlossaryEntry = Readonly<{ term: string; meaning: string }>;

const inline = /^([\p{L}\d&/., ]{1,40}?)\s*(?:[:=–—]|\s-)\s+(?=\S)/u;

/** "ABC – Ashford Borough Council" on one line. */
export const recogniseGlossaryEntry = (words: string): GlossaryEntry | undefined => {
  const found = inline.exec(words);
  return found?.[1] === undefined
    ? undefined
    : { term: found[1].trim(), meaning: words.slice(found[0].length).trim() };
};

/** An acronym, such as a term is and a meaning hardly ever: "CAMHS", "KS 1,2,3,4". */
export const looksLikeTerm = (words: string): boolean =>
  words.length <= 20 && /^[A-Z][A-Z\d&/-]+(?:\s[\d,&\s]+)?$/.test(words);
