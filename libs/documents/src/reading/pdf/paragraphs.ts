import type { Segment, TextLine } from './text-lines.ts';

/** Lines that were written as one paragraph, put together again. */
export type TextParagraph = Readonly<{ text: string; size: number; top: number; bottom: number }>;

/** The words of a document, in lower case: what tells "part-nership" from "multi-agency" at a line's end. */
export type Vocabulary = Readonly<{
  all: ReadonlySet<string>;
  /** Those that stand behind another on a line: what ends a cut word stands at the beginning of one. */
  amid: ReadonlySet<string>;
}>;

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

/** What ends a word that was cut is short: there was room for all but it. */
const longestEnd = 5;

/** Short words that a small document may have once, at the beginning of a line. */
const shortWords = new Set(
  (
    'a about after again all also an and any are as at be been being both but by can could did do does done down due ' +
    'each early every few first for four from get given good had has have held here how if in into is it its last ' +
    'late led left less made may met more most must need new next no not now of off on once one only open or other ' +
    'our out over own paid part per plan put seen sent set site six so some still such take team ten than that the ' +
    'their them then there these they this three to too two under until up use used via was we week well were what ' +
    'when where which while who will with work year yet you young your'
  ).split(' '),
);

/**
 * Whether a program cut a word that is wider than its cell: it fills a line alone, to the last letter, and goes on with
 * what makes a word of the document of it, or with a few letters that are no word of their own there.
 */
const isCut = (before: Line, line: Line, right: number, { all, amid }: Vocabulary): boolean => {
  const start = /^[^\p{L}\s]*(\p{L}+)$/u.exec(before.segment.text)?.[1];
  const end = /^\p{Ll}[\p{L}’']*/u.exec(line.segment.text)?.[0];
  const room = right - before.segment.right;
  if (start === undefined || end === undefined) return false;
  return (
    (room < 0.75 * line.size && all.has(`${start}${end}`.toLowerCase())) ||
    (room < 0.5 * line.size && end.length <= longestEnd && !amid.has(end) && !shortWords.has(end))
  );
};

/** A hyphen at a line's end is the program's where the document has the word without it. */
const joined = (text: string, more: string, vocabulary: Vocabulary): string => {
  const [, start = '', sign = ''] = /(\p{L}+)([-\u00AD\u2010])$/u.exec(text) ?? [];
  if (sign === '') return `${text} ${more}`;
  const end = /^\p{Ll}+/u.exec(more)?.[0] ?? '';
  const isBroken = end !== '' && vocabulary.all.has(`${start}${end}`.toLowerCase());
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
      last.text = isCut(before, line, edge, vocabulary)
        ? `${last.text}${line.segment.text}`
        : joined(last.text, line.segment.text, vocabulary);
      last.bottom = line.y;
    } else {
      const { y, size, segment } = line;
      paragraphs.push({ text: segment.text, size, top: y - size, bottom: y });
    }
  }
  return paragraphs;
};
