import type { Line } from './line.ts';

/** A cell that runs on for longer than this is taken for prose between two tables. */
const longestRun = 12;

type Run = Readonly<{ lines: ReadonlyArray<number>; next: number; gap: number }>;

const skipBlank = (lines: ReadonlyArray<Line>, from: number): number => {
  let at = from;
  while (lines[at]?.shape === 'blank') at += 1;
  return at;
};

/** Untabbed lines from `from` on, parted by one blank line at most, up to the first line of another shape. */
const runFrom = (lines: ReadonlyArray<Line>, from: number): Run => {
  const taken: Array<number> = [];
  let at = from;
  let next = skipBlank(lines, at);
  while (lines[next]?.shape === 'words' && next - at <= 1 && taken.length <= longestRun) {
    taken.push(next);
    at = next + 1;
    next = skipBlank(lines, at);
  }
  return { lines: taken, next, gap: next - at };
};

const endsSentence = (line: Line | undefined): boolean =>
  /[.?!)]$/.test(line?.text.trimEnd() ?? '');

/**
 * The untabbed lines that belong to the cell before them, as positions in `lines`.
 *
 * A cell of several paragraphs is rendered over untabbed lines: only its first begins with a tab. What tells
 * it from prose after a table: no more than one blank line parts its paragraphs, and the row goes on with the
 * next tab, at once, or after a blank line where the last paragraph ends like a sentence.
 * @param after the position after the cell's own line
 */
export const continuationOf = (
  lines: ReadonlyArray<Line>,
  after: number,
): ReadonlyArray<number> => {
  const run = runFrom(lines, after);
  const goesOn = lines[run.next]?.shape === 'cell' && run.lines.length <= longestRun;
  return goesOn && (run.gap === 0 || endsSentence(lines[run.lines.at(-1) ?? -1])) ? run.lines : [];
};
