import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, wordsOf } from '../document/block.ts';
import { blocksOfPieces, type Piece } from '../document/blocks-of-pieces.ts';
import { textOf } from '../document/document.ts';
import { correctedPieces, strayCorrections } from './corrected-pieces.ts';
import { correctedText, type Corrections, withCorrection } from './corrections.ts';
import { wordsAsTyped } from './words-as-typed.ts';

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** What is seen of a corrected document: each piece's words, and those that stand in its range. */
const seenOf = (blocks: ReadonlyArray<Block>, corrections: Corrections) => {
  const text = correctedText(textOf({ blocks }), corrections);
  const corrected = correctedPieces(blocks, corrections);
  return {
    kinds: corrected.map(({ piece }) => [piece.place, piece.table]),
    words: blocksOfPieces(corrected.map(({ piece }) => piece)).map((block) =>
      plain(wordsOf(block)),
    ),
    inRanges: corrected.map(({ range }) => plain(text.slice(range.start, range.end))),
  };
};

/** The words of one piece put right, as a form for it does. */
const putRight = (
  blocks: ReadonlyArray<Block>,
  corrections: Corrections,
  place: number,
  typed: string,
): Corrections => {
  const source = textOf({ blocks });
  const found = correctedPieces(blocks, corrections)[place];
  if (found === undefined) throw new Error(`there is no piece ${place}`);
  return withCorrection(source, corrections, found.range, wordsAsTyped(found.piece, source, typed));
};

const paragraphs = (...texts: ReadonlyArray<string>): ReadonlyArray<Block> =>
  blocksOfPieces(texts.map((text) => ({ kind: 'paragraph', text })));

const notes = paragraphs('Some note', 'Second para', 'Third para', 'Amberr');

describe('pieces that are put right one after the other', () => {
  it('given one left out before, then the others are corrected where they stand', () => {
    const without = putRight(notes, [], 0, '');
    const third = putRight(notes, without, 1, '3rd words');
    expect(seenOf(notes, putRight(notes, third, 2, 'Amber')).words).toEqual([
      'Second para',
      '3rd words',
      'Amber',
    ]);
  });

  it('given one that became two, then each of them has its own words', () => {
    const two = putRight(notes, [], 0, 'One\n\n  Other ');
    const other = putRight(notes, two, 1, 'Another');
    expect(seenOf(notes, putRight(notes, other, 4, 'Amber')).words).toEqual([
      'One',
      'Another',
      'Second para',
      'Third para',
      'Amber',
    ]);
  });

  it('given white space of other kinds, then the words after it are where they stand', () => {
    const wide = putRight(notes, [], 0, 'Some   other \t note');
    expect(seenOf(notes, putRight(notes, wide, 2, '3rd')).words).toEqual([
      'Some other note',
      'Second para',
      '3rd',
      'Amberr',
    ]);
  });

  it('given a correction of no block’s words, then it is stray', () => {
    // "Some note\n\nSecond para\n\n…": 9 and 10 are line ends, "Second para" is from 11 to 22.
    const between = { start: 10, end: 10, text: 'x' };
    const across = { start: 11, end: 24, text: 'y' };
    const within = { start: 11, end: 22, text: 'z' };
    expect(strayCorrections(notes, [between])).toEqual([between]);
    expect(strayCorrections(notes, [across])).toEqual([across]);
    expect(strayCorrections(notes, [within])).toEqual([]);
  });
});

/** No reader makes a paragraph of nothing; a cell can hold nothing. */
const words = fc.constantFrom(
  ...['Amberr', 'Open a clinic', '12. clinic', '12.', '· item', 'Action 14', '# x', '| a |'],
);

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record(
    {
      kind: fc.constantFrom('paragraph', 'heading', 'list item'),
      text: words,
      marker: fc.constantFrom('12.', '·', 'Action 14'),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record(
    {
      kind: fc.constant('cell'),
      text: fc.oneof(fc.constant(''), words),
      marker: fc.constantFrom('12.', '·', 'Action 14'),
      table: fc.record({
        table: fc.constantFrom(1, 2),
        row: fc.constantFrom(1, 2),
        column: fc.constantFrom(1, 2),
      }),
    },
    { requiredKeys: ['kind', 'text', 'table'] },
  ),
);

const typed = fc
  .array(
    fc.constantFrom(
      ...['', ' ', 'RED', '  wide  words ', '12.', '12. x', '· a', 'Action 14 y', '\t', 'a\tb'],
    ),
    { maxLength: 4 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

/** An oracle that knows no places: the lines of each block, one after the other. */
type Line = Readonly<{ block: number; isCell: boolean; words: string }>;

const replaced = (lines: ReadonlyArray<Line>, place: number, words: string): ReadonlyArray<Line> =>
  lines.flatMap((line, at) => {
    if (at !== place) return [line];
    if (line.isCell) return [{ ...line, words: plain(words) }];
    return words
      .split(/[\r\n]+/u)
      .map(plain)
      .filter((one) => one !== '')
      .map((one) => ({ ...line, words: one }));
  });

describe('any pieces, put right any number of times', () => {
  it('given any words for any of them, then they have just those, and each range is that of its words', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), typed), { maxLength: 12 }),
        (pieces, all) => {
          const blocks = blocksOfPieces(
            pieces.map((one, at) => ({ ...one, place: `place ${at + 1}` })),
          );
          let corrections: Corrections = [];
          let lines: ReadonlyArray<Line> = blocks.map((block) => ({
            block: block.index,
            isCell: block.kind === 'cell',
            words: plain(wordsOf(block)),
          }));
          for (const [chosen, words] of all) {
            if (lines.length === 0) break;
            const place = chosen % lines.length;
            corrections = putRight(blocks, corrections, place, words);
            lines = replaced(lines, place, words);
            const expected = lines.map((line) => line.words);
            expect(strayCorrections(blocks, corrections)).toEqual([]);
            expect(seenOf(blocks, corrections)).toEqual({
              kinds: lines.map(({ block }) => [`place ${block}`, blocks[block - 1]?.table]),
              words: expected,
              inRanges: expected,
            });
          }
        },
      ),
      { seed: 20261122, numRuns: 400 },
    );
  });
});
