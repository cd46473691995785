export type TargetLabel = Readonly<{ label: string; ref: string; text: string }>;

const labelled = /^((?:target\s+)?(\d{1,3}(?:\.\d{1,3})*\.?[a-z]?)[.):]?)\s+(?=\S)/i;

/** "1a. To continue …", "3.4b To increase …", and "2.4. To reduce …", which looks like a theme. */
export const recogniseTargetLabel = (words: string): TargetLabel | undefined => {
  const found = labelled.exec(words);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  return {
    label: found[1],
    ref: found[2].replace(/\.$/, ''),
    text: words.slice(found[0].length).trim(),
  };
};
