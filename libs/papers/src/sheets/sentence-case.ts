/** Words with a capital letter at their beginning: as a cell or a heading of their own. */
export const sentenceCase = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
