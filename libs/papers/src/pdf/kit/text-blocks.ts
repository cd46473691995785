import { type Block, isAtTop, newPage, roomLeft } from './block.ts';
import type { Look, Looks } from './look.ts';
import { childOf, type ElementFacts, marked } from './marking.ts';
import { drawableText } from '../font/drawable-text.ts';
import { paperFonts } from '../font/paper-fonts.ts';
import { type Element, drawableRuns, type Sheet } from './sheet.ts';
import { below, drawLines, writeLines } from './write-lines.ts';
import { type Line, type Run, wrapLines } from './wrap-lines.ts';

export type Words = string | ReadonlyArray<Run>;

/** An address in running text; what ends a sentence is not part of it. */
const address = /\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'’”]/gu;

const withLinks = (text: string): ReadonlyArray<Run> => {
  let done = 0;
  const runs: Array<Run> = [];
  for (const { 0: link, index } of text.matchAll(address)) {
    runs.push({ text: text.slice(done, index) }, { text: link, link });
    done = index + link.length;
  }
  return done === 0
    ? [{ text }]
    : [...runs, { text: text.slice(done) }].filter((run) => run.text !== '');
};

/** Words as runs: addresses of the web that stand in them lead there. */
export const runsOf = (words: Words): ReadonlyArray<Run> =>
  typeof words === 'string' ? withLinks(words) : words;

/** Words as lines of a look, in a width. */
export const linesOf = (
  sheet: Sheet,
  look: Look,
  words: Words,
  width: number,
): ReadonlyArray<Line> => wrapLines(sheet.measure(look), drawableRuns(sheet, runsOf(words)), width);

/** The words themselves, for who hears them, where the font lacks some of their characters. */
export const actualOf = (words: Words): Pick<ElementFacts, 'actual'> => {
  const text = runsOf(words)
    .map((run) => run.text)
    .join('');
  return drawableText(paperFonts().drawable, text).lost.length === 0 ? {} : { actual: text };
};

/** How many lines have to stand together at a page's end and at the next one's beginning. */
const together = 2;

/** How many of `left` lines to put on a page that has room for `fit`: never one alone at either side of a break. */
export const linesForPage = (left: number, fit: number): number => {
  if (left <= fit) return left;
  const some = left - fit < together ? left - together : fit;
  return some < together ? 0 : some;
};

/** Writes lines that may go on over pages: never one line alone at either side of a break. */
const writeOver = (
  sheet: Sheet,
  element: Element,
  look: Look,
  lines: ReadonlyArray<Line>,
  x: number,
): void => {
  let done = 0;
  while (done < lines.length) {
    const fit = Math.floor(roomLeft(sheet) / look.leading);
    const atTop = isAtTop(sheet);
    const asked = linesForPage(lines.length - done, fit);
    const count = asked === 0 && atTop ? Math.max(1, fit) : asked;
    const some = lines.slice(done, done + count);
    writeLines(sheet, element, look, below(look, some, { x, y: sheet.cursor.y }));
    sheet.cursor.y += count * look.leading;
    done += count;
    if (done < lines.length) newPage(sheet);
  }
};

const widthOf = ({ area }: Sheet): number => area.right - area.left;

type Level = 1 | 2 | 3 | 4;

const headings: Readonly<Record<Level, Readonly<{ look: keyof Looks; above: number }>>> = {
  1: { look: 'title', above: 0 },
  2: { look: 'h2', above: 22 },
  3: { look: 'h3', above: 14 },
  4: { look: 'h4', above: 10 },
};

const belowHeading = 4;

/** A heading, which stays with what follows it, and its bookmark. */
export const heading = (
  sheet: Sheet,
  level: Level,
  text: string,
  bookmark?: (title: string) => void,
): Block => {
  const { above } = headings[level];
  const look = sheet.looks[headings[level].look];
  const lines = linesOf(sheet, look, [{ text }], widthOf(sheet));
  return {
    least: lines.length * look.leading + belowHeading,
    above,
    leads: true,
    draw: (parent) => {
      bookmark?.(text);
      const element = childOf(sheet, parent, `H${level}`, { title: text, ...actualOf(text) });
      writeOver(sheet, element, look, lines, sheet.area.left);
      element.end();
      sheet.cursor.y += belowHeading;
    },
  };
};

/** A paragraph; `with` keeps it with the next block, as a sentence before its table. */
export const paragraph = (
  sheet: Sheet,
  words: Words,
  options: Readonly<{ look?: Look; above?: number; keepWithNext?: true }> = {},
): Block => {
  const look = options.look ?? sheet.looks.body;
  const lines = linesOf(sheet, look, words, widthOf(sheet));
  return {
    least: Math.min(lines.length, together) * look.leading,
    above: options.above ?? 6,
    ...(options.keepWithNext === true ? { leads: true } : {}),
    draw: (parent) => {
      const element = childOf(sheet, parent, 'P', actualOf(words));
      writeOver(sheet, element, look, lines, sheet.area.left);
      element.end();
    },
  };
};

const indent = 14;
const bullet: Line = [{ text: '•' }];

/** A bulleted list: "L" of "LI", each with its label and its body. */
export const bulletList = (
  sheet: Sheet,
  items: ReadonlyArray<Words>,
  look: Look = sheet.looks.body,
): Block => {
  const wrapped = items.map((item) => linesOf(sheet, look, item, widthOf(sheet) - indent));
  return {
    least: Math.min(wrapped[0]?.length ?? 0, together) * look.leading,
    above: 4,
    draw: (parent) => {
      const list = childOf(sheet, parent, 'L');
      wrapped.forEach((lines, index) => {
        const fits = roomLeft(sheet) >= Math.min(lines.length, together) * look.leading;
        if (!fits) newPage(sheet);
        const item = childOf(sheet, list, 'LI');
        const label = childOf(sheet, item, 'Lbl');
        const at = { x: sheet.area.left + 3, y: sheet.cursor.y };
        marked(label, () => drawLines(sheet, look, below(look, [bullet], at)));
        const body = childOf(sheet, item, 'LBody', actualOf(items[index] ?? ''));
        writeOver(sheet, body, look, lines, sheet.area.left + indent);
        sheet.cursor.y += 2;
        item.end();
      });
      list.end();
    },
  };
};
