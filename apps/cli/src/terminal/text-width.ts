const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[\u0020-\u007e]*$/u;
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

/** The characters of a text as a reader counts them: an accent belongs to its letter. */
export const charactersOf = (text: string): ReadonlyArray<string> =>
  ascii.test(text) ? Array.from(text) : [...graphemes.segment(text)].map(({ segment }) => segment);

/** How many columns a terminal needs for one line of text without colours; most East Asian characters take two. */
export const textWidth = (text: string): number =>
  ascii.test(text)
    ? text.length
    : charactersOf(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

/** The beginning of a text that fits into so many columns. */
export const beginningOf = (text: string, width: number): string => {
  const fitting = charactersOf(text).reduce(
    ({ taken, left }, character) => {
      const rest = left - textWidth(character);
      return rest < 0 ? { taken, left: 0 } : { taken: taken + character, left: rest };
    },
    { taken: '', left: width },
  );
  return fitting.taken;
};

/** Words on one line of so many columns, with "…" where some are left out. */
export const shortened = (words: string, width: number): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  return textWidth(line) <= width ? line : `${beginningOf(line, width - 1).trimEnd()}…`;
};
