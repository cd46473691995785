/** A text's sentences with their end marks. A full stop inside a word or after an initial ("D. Finch") ends nothing. */
export const sentencesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/(?<=[.?!])(?<!\b\p{Lu}\.)\s+|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
