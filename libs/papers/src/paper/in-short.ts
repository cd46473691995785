import { linesOf } from './blocks.ts';

/** So many characters tell which action is meant, on two or three lines of a narrow column. */
const longest = 120;

/**
 * The beginning of an action's words, for tables that are about something else: its first line, cut after a word where
 * that is long. The whole stands in the tables of actions.
 */
export const inShort = (words: string): string => {
  const [line = ''] = linesOf(words);
  const letters = Array.from(line);
  if (letters.length <= longest) return line;
  const start = letters.slice(0, longest).join('');
  const end = start.lastIndexOf(' ');
  return `${(end > longest / 2 ? start.slice(0, end) : start).replace(/[\s,;:–—-]+$/u, '')} …`;
};
