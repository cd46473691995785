/** Words short enough for a message. */
export const shortened = (words: string, most = 80): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
};
