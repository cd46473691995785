/** Words in the sense of likeness: letters and digits, case and punctuation aside. */
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []);

/** Which of some wordings are how alike one, in their order: each by its index, from `fewest` on. */
export type Likenesses = (
  wording: string,
  fewest: number,
) => ReadonlyArray<readonly [index: number, likeness: number]>;

/**
 * How alike a wording is to each of several, from 0 (no word in common) to 1 (the same words): the Dice coefficient of
 * their sets of words, 2·|A∩B| / (|A|+|B|) (L. R. Dice, Ecology 26, 1945). Words are taken apart once, and wordings that
 * have none in common are not looked at.
 */
export const likenessesAmong = (wordings: ReadonlyArray<string>): Likenesses => {
  const taken = wordings.map(wordsIn);
  const holding = new Map<string, Array<number>>();
  taken.forEach((words, at) => {
    for (const word of words) {
      const there = holding.get(word);
      if (there === undefined) holding.set(word, [at]);
      else there.push(at);
    }
  });
  const common = new Uint32Array(wordings.length);
  return (wording, fewest) => {
    const words = wordsIn(wording);
    common.fill(0);
    for (const word of words)
      for (const at of holding.get(word) ?? []) common[at] = (common[at] ?? 0) + 1;
    const found: Array<readonly [number, number]> = [];
    taken.forEach(({ size }, at) => {
      const total = words.size + size;
      const likeness = total === 0 ? 1 : (2 * (common[at] ?? 0)) / total;
      if (likeness >= fewest) found.push([at, likeness]);
    });
    return found;
  };
};
