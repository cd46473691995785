import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperBlock, PaperCell, PaperRating } from '../paper/board-paper.ts';
import { paperWith } from '../testing/nasty-paper.ts';
import { drawableText } from './font/drawable-text.ts';
import { paperFonts } from './font/paper-fonts.ts';
import { pdfPaper } from './pdf-paper.ts';
import {
  childrenOf,
  elementsOf,
  pagesOf,
  readPdf,
  type Tagged,
  wordsOf,
} from './testing/read-structure.ts';

/** Words as people write them, and now and then as nobody does. */
const text = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-zA-Zŵŷłéş0-9 ,.;:()“”’–/-]{0,80}$/u) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(700), 'long words '.repeat(150), '\ud800', '<&>'),
  },
);

const rating: fc.Arbitrary<PaperRating> = fc.constantFrom<PaperRating>(
  { word: 'Red', tone: 'red' },
  { word: 'Not rated', tone: 'not-rated' },
  { word: 'A word of its own', tone: 'other' },
);

const cell: fc.Arbitrary<PaperCell> = fc.oneof(
  fc.array(text, { maxLength: 3 }).map((paragraphs) => ({ _tag: 'Words', paragraphs }) as const),
  rating.map((one) => ({ _tag: 'Rating', rating: one }) as const),
);

const table = fc.integer({ min: 1, max: 14 }).chain((width) =>
  fc.record({
    _tag: fc.constant('Table' as const),
    summary: text,
    columns: fc.array(
      fc.record({
        head: text.map((head) => head.slice(0, 60)),
        share: fc.integer({ min: 1, max: 40 }),
        align: fc.constantFrom('start' as const, 'end' as const),
      }),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
    rowHead: fc.integer({ min: 0, max: width - 1 }),
  }),
);

const count = fc.integer({ min: 0, max: 300 });
const value = fc.oneof(
  fc.constant(null),
  fc.record({ value: fc.float({ noNaN: true, min: -1e6, max: 1e6 }), isProvisional: fc.boolean() }),
);

const lines = fc.integer({ min: 2, max: 9 }).chain((periods) =>
  fc.record({
    _tag: fc.constant('Lines' as const),
    ...{ title: text, alt: text.map((alt) => `Chart ${alt}`), unit: text },
    periods: fc.array(text, { minLength: periods, maxLength: periods }),
    lines: fc.array(
      fc.record({
        name: text,
        kind: fc.constantFrom('series' as const, 'comparator' as const, 'baseline' as const),
        values: fc.array(value, { minLength: periods, maxLength: periods }),
      }),
      { maxLength: 6 },
    ),
  }),
);

const block: fc.Arbitrary<PaperBlock> = fc.oneof(
  fc.record({
    _tag: fc.constant('Heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    words: text,
  }),
  text.map((words) => ({ _tag: 'Paragraph', words }) as const),
  fc
    .array(text, { minLength: 1, maxLength: 5 })
    .map((items) => ({ _tag: 'Bullets', items }) as const),
  table,
  fc.record({
    _tag: fc.constant('RatingBars' as const),
    ...{ title: text, alt: text.map((alt) => `Bars ${alt}`) },
    ratings: fc.constant([
      { word: 'Red', tone: 'red' } as const,
      { word: 'Green', tone: 'green' } as const,
    ]),
    bars: fc.array(
      fc.record({ label: text, counts: fc.array(count, { minLength: 2, maxLength: 2 }) }),
      {
        maxLength: 2,
      },
    ),
  }),
  lines,
);

/** Letters with their accents apart: a font may draw them so, and several characters with one of its glyphs. */
const plain = (words: string): string => words.replace(/\s+/gu, '').normalize('NFKD');
const drawn = (words: string): string => plain(drawableText(paperFonts().drawable, words).text);
const of = (blocks: ReadonlyArray<PaperBlock>, tag: PaperBlock['_tag']): number =>
  blocks.filter(({ _tag }) => _tag === tag).length;

/** The paragraphs of a block, which the structure has as "P" right below the section. */
const paragraphsOf = (one: PaperBlock): ReadonlyArray<string> => {
  if (one._tag === 'Paragraph') return [one.words];
  return one._tag === 'RatingBars' || one._tag === 'Lines' ? [one.title] : [];
};

const rowsIn = (structure: Tagged): ReadonlyArray<Tagged> =>
  elementsOf(structure, 'TBody').flatMap(childrenOf);

describe('a PDF of any paper', () => {
  it('given any blocks, then everything is told once, in its place and order, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(block, { minLength: 1, maxLength: 6 }),
        async (title, blocks) => {
          const bytes = await pdfPaper({ ...paperWith(...blocks), title }, { compress: false });
          const { structure, astray, artifacts } = readPdf(bytes);
          const [section] = elementsOf(structure, 'Sect');
          const parts = section === undefined ? [] : childrenOf(section);
          expect(astray).toEqual([]);
          expect(plain(wordsOf(elementsOf(structure, 'H1')[0] ?? structure))).toBe(drawn(title));
          expect(
            parts.filter(({ type }) => type === 'P').map((one) => plain(wordsOf(one))),
          ).toEqual(blocks.flatMap(paragraphsOf).map(drawn));
          expect(elementsOf(structure, 'L')).toHaveLength(of(blocks, 'Bullets'));
          expect(elementsOf(structure, 'Figure')).toHaveLength(
            of(blocks, 'RatingBars') + of(blocks, 'Lines'),
          );
          artifacts.forEach((texts, index) => {
            expect(texts.at(-1)).toContain(`Page ${index + 1} of ${artifacts.length}`);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('given any table, then each cell is told once with its words, and rows go down the pages', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        const { structure } = readPdf(await pdfPaper(paperWith(one), { compress: false }));
        const parts = elementsOf(structure, 'Table').length;
        const rows = rowsIn(structure);
        expect(rows).toHaveLength(parts * one.rows.length);
        const told = one.rows.map((cells, index) => {
          // A table that was too wide goes on below itself: the cell that names the row stands in each part.
          const own = Array.from(
            { length: parts },
            (_, part) => rows[part * one.rows.length + index],
          );
          const words = own.flatMap((row) => (row === undefined ? [] : childrenOf(row)));
          const heads = words.filter(({ type }) => type === 'TH');
          expect(heads.every(({ scope }) => scope === 'Row')).toBe(true);
          expect(heads).toHaveLength(parts);
          return words.filter(({ type }) => type === 'TD').map((cell_) => plain(wordsOf(cell_)));
        });
        const cellWords = (of_: PaperCell): string =>
          of_._tag === 'Rating' ? of_.rating.word : of_.paragraphs.join('\n');
        expect(told).toEqual(
          one.rows.map((cells) =>
            cells.filter((_, index) => index !== one.rowHead).map((each) => drawn(cellWords(each))),
          ),
        );
        const pages = rows.slice(0, one.rows.length).flatMap(pagesOf);
        expect(pages).toEqual(pages.toSorted((a, b) => a - b));
      }),
      { numRuns: 15 },
    );
  });
});
