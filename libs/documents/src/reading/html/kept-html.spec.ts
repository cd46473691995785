import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellPlace } from '../../document/block.ts';
import { blocksOfPieces, type Piece } from '../../document/blocks-of-pieces.ts';
import type { Colour } from '../../document/colour.ts';
import { keptHtml } from './kept-html.ts';
import { readHtml } from './read-html.ts';

const readBack = async (bytes: Uint8Array) =>
  readHtml({ name: 'plan (corrected).html', bytes, progress: () => undefined });

/** Words with everything that HTML gives a meaning to; it has no way to write a zero character. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    'Action 14',
    '<td>',
    '&amp;&lt;',
    '"quoted" \'so\'',
    ']]>',
    '<!-- x',
    '£ é 🟢',
    '3.2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => text.toWellFormed().replaceAll('\0', '')),
);

const count = fc.integer({ min: 1, max: 4 });

/** A value of every key that a type has: one that is new to it has to be told here too. */
type Values<A> = { readonly [Key in keyof Required<A>]: fc.Arbitrary<Required<A>[Key]> };

const colour: Values<Colour> = {
  hex: fc.constantFrom('#FFC000', '#00B050', '#0A0B0C'),
  by: fc.constantFrom('cell', 'highlight', 'words', 'rule'),
};

const cellPlace: Values<CellPlace> = {
  table: count,
  row: count,
  column: count,
  columns: count,
  rows: count,
};

const values: Values<Piece> = {
  kind: fc.constantFrom('paragraph', 'heading', 'list item', 'cell'),
  text: words,
  marker: words,
  table: fc.record(cellPlace, { requiredKeys: ['table', 'row', 'column'] }),
  place: words,
  fill: fc.record(colour),
  level: fc.integer({ min: 1, max: 9 }),
  aside: fc.constantFrom('contents', 'footnote'),
};

const piece: fc.Arbitrary<Piece> = fc.record(values, { requiredKeys: ['kind', 'text'] });

describe('a document kept as a web page', () => {
  it('given any pieces, when they are kept and read, then they are the same blocks again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.dictionary(words, words, { maxKeys: 3 }),
        async (pieces, properties) => {
          const blocks = blocksOfPieces(pieces);
          const read = await readBack(keptHtml({ name: 'plan.docx', blocks, properties }));
          expect(blocksOfPieces(read.pieces)).toEqual(blocks);
          expect(read.properties ?? {}).toEqual({ ...properties });
          expect(read.remarks).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const blocks = blocksOfPieces([
    { kind: 'heading', text: 'Fish & <ships>', level: 1, place: 'paragraph 1' },
    { kind: 'cell', text: '', marker: '7.', table: { table: 1, row: 2, column: 3, columns: 2 } },
    {
      kind: 'cell',
      text: 'Late',
      table: { table: 1, row: 2, column: 5 },
      fill: { hex: '#FFC000', by: 'rule' },
    },
    { kind: 'paragraph', text: 'As of May', aside: 'footnote' },
  ]);
  const page = new TextDecoder().decode(keptHtml({ name: 'plan.docx', blocks }));

  it('given a page that is kept, then people can read it in any browser', () => {
    expect(page).toContain('<title>plan.docx</title>');
    expect(page).toContain('>Fish &amp; &lt;ships&gt;</h1>');
    expect(page).toContain('<td colspan="2"><p');
    expect(page).toContain('style="background-color:#FFC000">Late</p>');
  });

  it.each([
    ['another maker', 'content="Trackrecord"', 'content="Somebody"'],
    ['a colour that is none', 'data-fill="#FFC000"', 'data-fill="red"'],
    ['a colour by nothing', 'data-fill-by="rule"', 'data-fill-by="magic"'],
    ['a place that is none', 'data-row="2"', 'data-row="-2"'],
    ['no column', 'data-column="5"', 'data-colour="5"'],
    ['an aside that is none', 'data-aside="footnote"', 'data-aside="margin"'],
    ['an unknown kind', 'data-kind="heading"', 'data-kind="title"'],
    ['another number than it shows', 'data-marker="7."', 'data-marker="8."'],
    ['words of somebody besides', '</body>', '<p>More</p></body>'],
    ['words in an element', '>Late<', '><b>Late</b><'],
  ])(
    'given a page with %s, then it is read as any other, and nothing is dropped',
    async (_, was, is) => {
      const read = await readBack(new TextEncoder().encode(page.replace(was, is)));
      const told = blocksOfPieces(read.pieces);
      expect(told.map(({ text }) => text).slice(0, 3)).toEqual(['Fish & <ships>', '7.', 'Late']);
      expect(told[1]?.table).toEqual({ table: 1, row: 1, column: 1, columns: 2 });
    },
  );
});
