import type { Line } from './line.ts';
import { isListMarker } from './list-marker.ts';

/** Text is wrapped at a width like these; longer lines are whole paragraphs. */
const narrowest = 50;
const widest = 120;

/** So many lines must go on in lower case before a text is taken to be wrapped. */
const leastEvidence = 3;

const firstWord = (text: string): string => text.trimStart().split(/\s/, 1)[0] ?? '';

/** A line was broken before a word only if the word would not have fitted on it. */
const wasFull = (line: Line, next: Line, width: number): boolean =>
  line.text.trimEnd().length + 1 + firstWord(next.text).length > width;

/** A marker, a label ("Lead:", "Action 3") or a number begins something new. */
const beginsAnew = (next: Line): boolean =>
  isListMarker(firstWord(next.text)) ||
  /^\s*(?:\d|#|action\s+\d|[\p{L}\s]{1,30}:\s)/iu.test(next.text.slice(0, 60));

const isPair = (line: Line | undefined, next: Line): line is Line =>
  line?.shape === 'words' && next.shape === 'words';

/**
 * The lines, by position, that only go on with the line before: those of a text whose paragraphs were broken at a
 * fixed width. A text with long lines, or with few that go on in lower case, has none.
 */
export const wrappedLines = (lines: ReadonlyArray<Line>): ReadonlySet<number> => {
  const width = lines.reduce((most, { text }) => Math.max(most, text.trimEnd().length), 0);
  if (width < narrowest || width > widest) return new Set();
  const goingOn = lines.flatMap((next, at) => {
    const line = lines[at - 1];
    return isPair(line, next) && wasFull(line, next, width) && !beginsAnew(next) ? [at] : [];
  });
  const evidence = goingOn.filter((at) => /^\s*\p{Ll}/u.test(lines[at]?.text ?? ''));
  return new Set(evidence.length < leastEvidence ? [] : goingOn);
};
