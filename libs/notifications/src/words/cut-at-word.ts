/**
 * A text of at most so many characters: cut between two words, and marked with an ellipsis, where it is longer.
 * @param limit characters, the ellipsis among them
 */
export const cutAtWord = (text: string, limit: number): string => {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const start = characters.slice(0, limit - 1).join('');
  const isWholeWord = /\s/u.test(characters[limit - 1] ?? '');
  const space = start.lastIndexOf(' ');
  // A text without spaces is cut wherever it has to be.
  const cut = isWholeWord || space < start.length / 2 ? start : start.slice(0, space);
  return `${cut.replace(/[\s,;:–-]+$/u, '')}…`;
};
