/** What stands for a character that the font lacks. */
export const standIn = '□';

export type DrawableText = Readonly<{
  text: string;
  /** Characters that the stand-in replaces, in the order of the text. */
  lost: ReadonlyArray<string>;
}>;

/** Signs that office files are full of, and the nearest that the font has. */
const nearest: ReadonlyMap<string, string> = new Map([
  // Word writes bullets of its Symbol and Wingdings fonts as private characters.
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0d8', '▸'],
  ['\uf0fc', '✓'],
  ['\uf0e0', '→'],
  ['✅', '✓'],
  ['❌', '✗'],
  ['☒', '✗'],
  ['➔', '→'],
  ['➜', '→'],
  ['⟶', '→'],
  ['★', '*'],
]);

/** Nothing is to be seen of them, and a font may draw something for them: a soft hyphen, marks of direction. */
const unseen = /(?![\n\t\u200b])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const isDrawable = (drawable: ReadonlySet<number>, text: string): boolean =>
  text !== '' && Array.from(text).every((one) => drawable.has(one.codePointAt(0) ?? 0));

const drawn = (drawable: ReadonlySet<number>, one: string): string | undefined => {
  if (one === '\n' || one === '\u200b') return one;
  if (one === '\t' || one === '\u2028' || one === '\u2029') return ' ';
  return [one, nearest.get(one) ?? '', one.normalize('NFKC'), one.normalize('NFKD')].find((form) =>
    isDrawable(drawable, form),
  );
};

/**
 * A text as a font can draw it. Letters are put together with their accents; a sign that the font lacks becomes its
 * nearest relative where there is one, else {@link standIn}, and is told as lost.
 */
export const drawableText = (drawable: ReadonlySet<number>, text: string): DrawableText => {
  const composed = text.replace(unseen, '').normalize('NFC');
  if (isDrawable(drawable, composed)) return { text: composed, lost: [] };
  const lost: Array<string> = [];
  const parts = Array.from(composed).map((one) => {
    const form = drawn(drawable, one);
    if (form === undefined) lost.push(one);
    return form ?? standIn;
  });
  return { text: parts.join(''), lost };
};
