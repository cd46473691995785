/**
 * A text's sentences with their end marks. A full stop inside a word, after an initial ("D. Finch") or after a title
 * ("Dr. Finch") ends nothing.
 */
export const sentencesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/(?<=[.?!])(?<!\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|Mx|Prof|Revd?|Cllr|St)\.)\s+|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
