import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from './line-splitter.ts';

const fed = (chunks: ReadonlyArray<Buffer>, longest = 1000) => {
  const splitter = lineSplitter(longest);
  return { lines: chunks.flatMap((chunk) => splitter.feed(chunk)), isWithin: splitter.isWithin() };
};

const cut = (bytes: Buffer, lengths: ReadonlyArray<number>): ReadonlyArray<Buffer> => {
  const [length, ...rest] = lengths;
  return length === undefined || bytes.length === 0
    ? [bytes]
    : [bytes.subarray(0, length), ...cut(bytes.subarray(length), rest)];
};

describe('lines of bytes', () => {
  it('given any text, however it is cut into chunks, then its lines are the text between its line feeds', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), cuts, (text, lengths) => {
        const withEnds = text.replaceAll('x', '\n');
        const expected = withEnds.split('\n');
        const { lines, isWithin } = fed(cut(Buffer.from(withEnds), lengths));
        expect(lines).toEqual(expected.slice(0, -1).map((line) => E.right(line)));
        expect(isWithin).toBe(expected.at(-1) !== '');
      }),
    );
  });

  it.each([
    ['as long as may be', 'abcde\n', [E.right('abcde')]],
    ['a byte longer', 'abcdef\n', [E.left('a line is longer than 5 bytes')]],
    ['longer, and not ended', 'abcdef', [E.left('a line is longer than 5 bytes')]],
    [
      'longer, after one that is not',
      'ab\nabcdef\nab\n',
      [E.right('ab'), E.left('a line is longer than 5 bytes')],
    ],
    ['of two bytes a character', 'ééé\n', [E.left('a line is longer than 5 bytes')]],
  ])('given a line %s, then it is told once, and nothing after it', (_case, text, expected) => {
    expect(fed([Buffer.from(text), Buffer.from('ab\n')], 5).lines).toEqual(
      expected.some(E.isLeft) ? expected : [...expected, E.right('ab')],
    );
  });

  it('given bytes that are no UTF-8, then that is told', () => {
    expect(fed([Buffer.from([0x61, 0xff, 0x0a])]).lines).toEqual([
      E.left('a line is not in UTF-8'),
    ]);
  });
});
