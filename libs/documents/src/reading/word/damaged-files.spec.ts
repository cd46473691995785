import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../testing/document-of.ts';
import { readFile } from '../read-file.ts';
import { richWordParts } from '../testing/rich-word-file.ts';
import { zipOf } from '../testing/zip.ts';

const parts = richWordParts();
const xmlParts = Object.keys(parts);

const textOf = (part: string): string => String(parts[part] ?? '');

/** Whatever was done to the file: it is read or refused, and nothing is thrown. */
const isReadOrRefused = async (bytes: Uint8Array): Promise<void> => {
  const read = await readFile({ name: 'd.docx', bytes, progress: () => undefined });
  expect(['Left', 'Right']).toContain(read._tag);
};

const seed = 20_270_503;
const anyPart = fc.constantFrom(...xmlParts);
/** Where in a text, as a share of its length. */
const anywhere = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const nasty = fc.constantFrom(
  '',
  '-1',
  '0',
  '9',
  'NaN',
  '1e308',
  '99999999999999999999',
  '2147483647',
  'FFFFFFF',
  'constructor',
  '__proto__',
  '../../../etc/passwd',
  '%1%2%3%4%5%6%7%8%9',
);

describe('a damaged Word document', () => {
  it('given one that is whole, then it is read with all that it has', async () => {
    const { blocks, remarks } = await documentOf('d.docx', zipOf(parts));
    expect(blocks.map(({ text }) => text)).toContain('nested');
    expect(new Set(remarks.map(({ kind }) => kind))).toEqual(
      new Set(['tracked change', 'comment', 'link', 'not read', 'around the page']),
    );
  });

  it('given any bytes that are others, then it is read or refused', async () => {
    const whole = zipOf(parts);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anywhere, fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (flips) => {
          const bytes = new Uint8Array(whole);
          for (const [at, byte] of flips) bytes[Math.floor(at * bytes.length)] = byte;
          await isReadOrRefused(bytes);
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it('given a file that ends early, then it is read or refused', async () => {
    const whole = zipOf(parts);
    await fc.assert(
      fc.asyncProperty(anywhere, async (at) =>
        isReadOrRefused(whole.slice(0, Math.floor(at * whole.length))),
      ),
      { seed, numRuns: 40 },
    );
  });

  it('given parts taken out, then it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(xmlParts), async (kept) =>
        isReadOrRefused(
          zipOf(Object.fromEntries(kept.map((part) => [part, textOf(part)])), 'stored'),
        ),
      ),
      { seed, numRuns: 60 },
    );
  });

  it('given XML with a piece cut out, then it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPart,
        anywhere,
        fc.integer({ min: 1, max: 60 }),
        async (part, at, length) => {
          const text = textOf(part);
          const from = Math.floor(at * text.length);
          const cut = text.slice(0, from) + text.slice(from + length);
          await isReadOrRefused(zipOf({ ...parts, [part]: cut }, 'stored'));
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it('given attributes that say nonsense, then it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPart,
        fc.array(fc.tuple(anywhere, nasty), { minLength: 1, maxLength: 6 }),
        async (part, changes) => {
          let text = textOf(part);
          for (const [at, value] of changes) {
            const found = text.indexOf('="', Math.floor(at * text.length));
            const end = found < 0 ? -1 : text.indexOf('"', found + 2);
            if (end >= 0) text = `${text.slice(0, found + 2)}${value}${text.slice(end)}`;
          }
          await isReadOrRefused(zipOf({ ...parts, [part]: text }, 'stored'));
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('given elements by other names, or gone with all inside them, then it is read or refused', async () => {
    const elements = textOf('word/document.xml').match(/<w:[A-Za-z]+/g) ?? [];
    const names = [...new Set(elements)].map((start) => start.slice(1));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...names, 'constructor', 'w:unheard'),
        async (from, to) => {
          const text = textOf('word/document.xml');
          const renamed = text.replaceAll(new RegExp(`(</?)${from}(?=[ />])`, 'g'), `$1${to}`);
          await isReadOrRefused(zipOf({ ...parts, 'word/document.xml': renamed }, 'stored'));
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});
