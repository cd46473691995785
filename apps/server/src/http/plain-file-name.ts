const longest = 200;

/**
 * The name of a file that somebody sent, on one line and not too long: its end says what it is.
 * @param otherwise what it is called where nothing is left of its name
 */
export const plainFileName = (name: string, otherwise: string): string => {
  const plain = name
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim();
  return plain === '' ? otherwise : plain.slice(-longest);
};
