import { describeReadRefusal, maxTextBytes, readText } from '@trackrecord/documents';
import { describe, expect, it } from 'vitest';

const bytes = (...parts: ReadonlyArray<string | ReadonlyArray<number>>): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );

const refusalOf = (content: Uint8Array) => {
  const read = readText('plan.txt', content);
  return read._tag === 'Left' ? read.left : undefined;
};

const messageOf = (content: Uint8Array): string => {
  const refusal = refusalOf(content);
  return refusal === undefined ? 'read' : describeReadRefusal(refusal);
};

describe('given a file that is no text of a plan', () => {
  it.each([
    ['an empty file', bytes()],
    ['white space only', bytes(' \r\n\t\n')],
    ['a byte order mark only', bytes([0xef, 0xbb, 0xbf])],
  ])('when it is %s then it is refused as holding no words', (_, content) => {
    expect(messageOf(content)).toBe(
      'plan.txt holds no words. Accepted are Word (.docx, .doc), Excel (.xlsx), OpenDocument (.odt, .ods), PDF, web pages, Markdown, tables of values (.csv, .tsv) and plain text in UTF-8, with at least one word in it.',
    );
  });

  it('when it holds a zero byte then it is refused as binary, with the place', () => {
    const content = bytes('Action 1', [0], 'x');
    expect(refusalOf(content)).toMatchObject({ _tag: 'BinaryFile', offset: 8 });
    expect(messageOf(content)).toContain('a zero byte');
    expect(messageOf(content)).toContain('plain text in UTF-8');
  });

  // The Unicode Standard, table 3-7: what follows is not well-formed, at the offset given.
  it.each([
    ['Windows-1252 quotation marks', bytes('abc', [0x93], 'd', [0x94]), 3, 'Windows-1252'],
    ['Latin-1 letters', bytes('caf', [0xe9], ' bar'), 3, undefined],
    ['an overlong form', bytes('a', [0xc0, 0xaf]), 1, undefined],
    ['a surrogate', bytes('ab', [0xed, 0xa0, 0x80]), 2, undefined],
    ['a code point above U+10FFFF', bytes([0xf4, 0x90, 0x80, 0x80]), 0, undefined],
    ['a sequence that the end cuts off', bytes('words ', [0xe2, 0x80]), 6, undefined],
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0x00]), 0, 'UTF-16'],
  ])(
    'when it holds %s then it is refused with the byte and its offset',
    (_, content, offset, looksLike) => {
      expect(refusalOf(content)).toEqual({
        _tag: 'NotUtf8',
        name: 'plan.txt',
        offset,
        byte: content[offset],
        ...(looksLike === undefined ? {} : { looksLike }),
      });
      expect(messageOf(content)).toContain(`byte ${String(offset)} is 0x`);
    },
  );

  it('when it is over 2 MiB then its size and the limit are named', () => {
    expect(maxTextBytes).toBe(2_097_152);
    const content = new Uint8Array(maxTextBytes + 1).fill(0x61);
    expect(messageOf(content)).toBe(
      'plan.txt is 2,097,153 bytes. Accepted is a file of this kind of at most 2,097,152 bytes (2 MB).',
    );
  });

  it('when it has more paragraphs than any plan then their number and the limit are named', () => {
    expect(messageOf(bytes('x\n'.repeat(600_001)))).toBe(
      'plan.txt has 600,001 paragraphs and cells. Accepted is a document with at most 600,000 of them.',
    );
  });
});

describe('given text in UTF-8 with every length of sequence', () => {
  it('when read then it is taken', () => {
    expect(messageOf(bytes('\uFEFFa é – 😀'))).toBe('read');
  });
});
