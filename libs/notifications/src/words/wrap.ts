/** Columns of a plain text: what fits a terminal, and a reply with a few marks before it (RFC 5322, section 2.1.1). */
export const textWidth = 76;

const pieces = (word: string, width: number): ReadonlyArray<string> => {
  const characters = Array.from(word);
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, piece) =>
    characters.slice(piece * width, (piece + 1) * width).join(''),
  );
};

const columns = (text: string): number => Array.from(text).length;

/**
 * A text on lines of at most `width` columns; a word that is longer than a line is broken.
 * @param indent what each line begins with
 */
export const wrap = (text: string, indent = '', width = textWidth): ReadonlyArray<string> => {
  const room = width - columns(indent);
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, room));
  const lines: Array<string> = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 1 + columns(word) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${line}`);
};
