import type { Segment, TextLine } from './text-lines.ts';

/** Lines that were written as one paragraph, put together again. */
export type TextParagraph = Readonly<{ text: string; size: number; top: number; bottom: number }>;

/** All words of a document, in lower case: what tells "part-nership" from "multi-agency" at a line's end. */
export type Vocabulary = ReadonlySet<string>;

type Line = Readonly<{ y: number; size: number; segment: Segment }>;

/** Lines of one paragraph stand no further from one another than so many times the size of their letters. */
const mostLeading = 1.75;

const beginsAnew = /^(?:[•●○■□▪◦‣–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s/iu;

/** A label sets off what it names: "Lead: …". */
const isLabel = /^[\p{Lu}][\p{L} ]{1,24}:/u;

const isWhole = (text: string): boolean => /[.!?:;]["”’)]?$/u.test(text);

/**
 * Whether a line goes on with the one before: that one was full, give or take a letter (widths are shares of what is
 * written at one go), or broke a sentence off; and nothing new begins.
 */
const goesOn = (before: Line, line: Line, right: number): boolean => {
  const leading = line.y - before.y;
  const isNear = leading > 0 && leading <= mostLeading * Math.max(before.size, line.size);
  const isAlike = Math.abs(before.size - line.size) < 0.12 * line.size;
  const room = right - before.segment.right;
  const space = 0.75 * line.size;
  const wasFull = room < line.segment.firstWidth + space;
  const isMidSentence = /^\p{Ll}/u.test(line.segment.text) && !isWhole(before.segment.text);
  if (!isNear || !isAlike || beginsAnew.test(line.segment.text)) return false;
  if (!wasFull && !isMidSentence) return false;
  return !(isLabel.test(line.segment.text) && isWhole(before.segment.text));
};

/** A hyphen at a line's end is the program's where the document has the word without it. */
const joined = (text: string, more: string, vocabulary: Vocabulary): string => {
  const [, start = '', sign = ''] = /(\p{L}+)([-\u00AD\u2010])$/u.exec(text) ?? [];
  if (sign === '') return `${text} ${more}`;
  const end = /^\p{Ll}+/u.exec(more)?.[0] ?? '';
  const isBroken = end !== '' && vocabulary.has(`${start}${end}`.toLowerCase());
  return `${isBroken ? text.slice(0, -1) : text}${more}`;
};

/**
 * Lines of one column as paragraphs.
 * @param right how far to the right its words may go; else the furthest that they do
 */
export const paragraphsOf = (
  lines: ReadonlyArray<TextLine>,
  vocabulary: Vocabulary,
  right?: number,
): ReadonlyArray<TextParagraph> => {
  const all = lines.flatMap(({ y, size, segments }): ReadonlyArray<Line> => {
    const [first] = segments;
    const last = segments.at(-1);
    if (first === undefined || last === undefined) return [];
    const text = segments.map((one) => one.text).join(' ');
    return [{ y, size, segment: { ...first, text, right: last.right } }];
  });
  const edge = right ?? Math.max(...all.map(({ segment }) => segment.right));
  const paragraphs: Array<{ text: string; size: number; top: number; bottom: number }> = [];
  for (const [at, line] of all.entries()) {
    const before = all[at - 1];
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(before, line, edge)) {
      last.text = joined(last.text, line.segment.text, vocabulary);
      last.bottom = line.y;
    } else {
      const { y, size, segment } = line;
      paragraphs.push({ text: segment.text, size, top: y - size, bottom: y });
    }
  }
  return paragraphs;
};
