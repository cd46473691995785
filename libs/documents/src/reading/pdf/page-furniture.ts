import type { Aside } from '../flow/flow.ts';
import { quoted } from '../flow/plain-words.ts';
import type { PageRead } from './read-page.ts';
import { type TextLine, textLines } from './text-lines.ts';
import type { Word } from './words-on-page.ts';

/** So much of a page's height, at its top and at its foot, is where headers and footers stand. */
const margin = 0.13;
/** So many lines of it, at most. */
const mostLines = 4;

/** Lines that differ in numbers alone are the same: "Page 3 of 7". */
const shapeOf = ({ segments }: TextLine): string =>
  segments
    .map(({ text }) => text)
    .join(' ')
    .replace(/\d+/gu, '#')
    .toLowerCase();

const isPageNumber = (shape: string): boolean =>
  /^[-–— ]*(?:page )?#(?: ?(?:of|\/) ?#)?[-–— ]*$/u.test(shape);

type Edge = Readonly<{ line: TextLine; shape: string }>;

const edgesOf = ({ words, height }: PageRead): ReadonlyArray<Edge> => {
  const isAtEdge = ({ y }: Readonly<{ y: number }>): boolean =>
    y < margin * height || y > (1 - margin) * height;
  const lines = textLines(words);
  const near = [...lines.slice(0, mostLines), ...lines.slice(-mostLines)];
  return [...new Set(near)].filter(isAtEdge).map((line) => ({ line, shape: shapeOf(line) }));
};

/** The shapes of lines that stand on most pages, or are a page's number. */
const furnitureOf = (edges: ReadonlyArray<ReadonlyArray<Edge>>): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const page of edges) {
    for (const shape of new Set(page.map((one) => one.shape)))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const most = Math.max(2, Math.ceil(edges.length * 0.6));
  return new Set(
    [...counts].flatMap(([shape, count]) =>
      count >= most || (isPageNumber(shape) && count >= edges.length * 0.5) ? [shape] : [],
    ),
  );
};

const isOn = ({ y, size }: TextLine, word: Word): boolean => Math.abs(word.y - y) < 0.45 * size;

/** Pages without the headers and footers that most of them have, and these, each told once. */
export const withoutFurniture = (
  pages: ReadonlyArray<PageRead>,
): Readonly<{ pages: ReadonlyArray<PageRead>; asides: ReadonlyArray<Aside> }> => {
  const edges = pages.map(edgesOf);
  const furniture = furnitureOf(edges);
  const told = new Map<string, string>();
  const bare = pages.map((page, at): PageRead => {
    const taken = (edges[at] ?? []).filter(({ shape }) => furniture.has(shape));
    for (const { line, shape } of taken) {
      if (isPageNumber(shape) || told.has(shape)) continue;
      told.set(shape, line.segments.map(({ text }) => text).join(' '));
    }
    return taken.length === 0
      ? page
      : {
          ...page,
          words: page.words.filter((word) => !taken.some(({ line }) => isOn(line, word))),
        };
  });
  return {
    pages: bare,
    asides: [...told.values()].map((words) => ({
      kind: 'around the page',
      words: `Header or footer: ${quoted(words)}`,
    })),
  };
};
