import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { mendParagraphProperties } from './mend-paragraph-properties.ts';

/** Where the one page of properties of these specs stands in the stream, in pages. */
const page = 2;

/** A stream whose one paragraph has these properties: the header names the list of pages, which names the page. */
const streamWith = (properties: ReadonlyArray<number>) => {
  const stream = Buffer.alloc((page + 1) * 512);
  stream.writeUInt32LE(8, 0x0102);
  stream.writeUInt32LE(12, 0x0106);
  const table = Buffer.alloc(20);
  table.writeUInt32LE(page, 16);
  const at = page * 512;
  stream[at + 511] = 1;
  // Its properties stand from byte 100 on: no short count, then how many pairs of bytes.
  stream[at + 8] = 50;
  stream[at + 101] = properties.length / 2;
  stream.set(properties, at + 102);
  return {
    stream,
    table,
    listIn: () => [...stream.subarray(at + 102, at + 102 + properties.length)],
  };
};

const style = [0, 0];
/** "This is the end of a row", and a shading of cells (MS-DOC 2.6.3) that should tell its length next. */
const rowEnd = [0x17, 0x24, 1];
const shading = [0x12, 0xd6];
/** "The list stands at byte 0x0102 of the data" (sprmPHugePapx). */
const elsewhere = [0x46, 0x66, 0x02, 0x01, 0, 0];

describe('the properties of a paragraph of an old Word document', () => {
  it('given a last one without its value, then it is blanked, and the others stay', () => {
    const { stream, table, listIn } = streamWith([...style, ...rowEnd, 0, ...[0, 0], ...shading]);
    // After the end of a row a property 0x0000 takes three bytes: it ends where the shading begins.
    mendParagraphProperties(stream, table);
    expect(listIn()).toEqual([...style, ...rowEnd, 0, 0, 0, 0, 0]);
  });

  it('given a last one whose value is empty or there, then nothing is changed', () => {
    for (const list of [
      [...style, ...rowEnd, ...shading, 0],
      [...style, ...shading, 2, 7, 7, 0],
    ]) {
      const { stream, table } = streamWith(list);
      const before = Buffer.from(stream);
      mendParagraphProperties(stream, table);
      expect(stream).toEqual(before);
    }
  });

  it.each([
    ['the end of a cell or a row', '\x07', [...style, ...rowEnd, 0, 0, 0]],
    ['a letter', 'a', [...style, ...elsewhere]],
    ['words', '\x07 and more', [...style, ...elsewhere]],
  ])(
    'given a list that stands elsewhere, of %s, then a row’s end is told',
    (_what, words, list) => {
      const { stream, table, listIn } = streamWith([...style, ...elsewhere]);
      const { length } = stream.subarray(40, 40 + stream.write(words, 40, 'latin1'));
      stream.writeUInt32LE(40, page * 512);
      stream.writeUInt32LE(40 + length, page * 512 + 4);
      mendParagraphProperties(stream, table);
      expect(listIn()).toEqual(list);
    },
  );

  it('given a list of pages that cannot be, then nothing is changed', () => {
    const { stream, table } = streamWith([...style, ...shading]);
    stream.writeUInt32LE(0xffff_fff0, 0x0106);
    table.writeUInt32LE(0xffff_fff0, 16);
    const before = Buffer.from(stream);
    mendParagraphProperties(stream, table);
    expect(stream).toEqual(before);
  });
});
