/** Words in the sense of likeness: letters and digits, case and punctuation aside. */
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []);

/**
 * How alike two wordings are, from 0 (no word in common) to 1 (the same words): the Dice coefficient
 * of their sets of words, 2·|A∩B| / (|A|+|B|) (L. R. Dice, Ecology 26, 1945).
 */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [wordsIn(a), wordsIn(b)];
  const total = left.size + right.size;
  return total === 0 ? 1 : (2 * left.intersection(right).size) / total;
};
