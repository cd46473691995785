/** A numbered sub-heading of a priority: "2.3  By improving …", "Theme 2.3: …". */
export type ThemeHeading = Readonly<{ ref: string; title: string }>;

const dotted = /^(?:theme\s+)?(\d{1,3}[a-z]?\.\d{1,3})\.?:?\s+(?=\S)/i;

export const recogniseThemeHeading = (words: string): ThemeHeading | undefined => {
  const found = dotted.exec(words);
  return found?.[1] === undefined
    ? undefined
    : { ref: found[1], title: words.slice(found[0].length).trim() };
};
