export type ResultLabel = Readonly<{ label: string; ref: string; title: string }>;

const labelled = /^((?:result\s+)?(\d{1,3}[a-z]?)\s?(\([ivxlc]{1,6}\)))\s*:?\s*/i;

/** "Result 2(i): Increased …", "1(ii)", "Result 5 (ii):". */
export const recogniseResultLabel = (words: string): ResultLabel | undefined => {
  const found = labelled.exec(words);
  if (found?.[1] === undefined) return undefined;
  const title = words.slice(found[0].length).trim();
  return {
    label: words.slice(0, found[0].length).trim(),
    ref: `${found[2] ?? ''}${(found[3] ?? '').toLowerCase()}`,
    title,
  };
};
