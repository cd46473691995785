/** A text's sentences with their end marks. A full stop inside a word or number ends nothing. */
export const sentencesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/(?<=[.?!])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
