import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { textOf } from '../document/document.ts';
import { describeReadRefusal } from '../reading/read-refusal.ts';
import { type Corrections, withCorrection } from './corrections.ts';
import { correctedName, readCorrected } from './read-corrected.ts';

const source = '\uFEFFPriority 1: Health\r\n\r\n\tAction 1. Open a clinic\r\n\tAMBR\r\n';
const bytes = new TextEncoder().encode(source);
const place = { start: source.indexOf('AMBR'), end: source.indexOf('AMBR') + 4 };

const corrected = (name: string, file: Uint8Array, corrections: Corrections) =>
  readCorrected({ name, bytes: file, progress: () => undefined }, corrections);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a document that was put right by hand', () => {
  it('given no corrections, then it is the file itself', async () => {
    const read = await corrected('plan.txt', bytes, []);
    expect(read).toMatchObject(
      E.right({ document: { name: 'plan.txt', sha256: sha256(source) }, text: source }),
    );
  });

  it('given corrections, then it is the corrected text, by a name that says so', async () => {
    const read = await corrected('plan.txt', bytes, [{ ...place, text: 'AMBER' }]);
    const text = source.replace('AMBR', 'AMBER');
    expect(read).toMatchObject(
      E.right({ document: { name: 'plan (corrected).txt', sha256: sha256(text) }, text }),
    );
    expect(E.isRight(read) && Buffer.from(read.right.bytes).toString('utf8')).toBe(text);
  });

  it('given a file of a kind that is not read, then it is refused as it stands', async () => {
    const read = await corrected('plan.rtf', new TextEncoder().encode('{\\rtf1'), []);
    expect(read).toMatchObject(E.left({ _tag: 'UnreadKind' }));
  });

  it('given corrections that leave nothing, then that is told of the corrected text', async () => {
    const read = await corrected('a.txt', new TextEncoder().encode('a'), [
      { start: 0, end: 1, text: '' },
    ]);
    expect(read).toEqual(E.left({ _tag: 'EmptyFile', name: 'a (corrected).txt' }));
  });

  it.each([
    ['plan.txt', 'plan (corrected).txt'],
    ['plan', 'plan (corrected)'],
    ['.plan', '.plan (corrected)'],
    ['q2.2026.txt', 'q2.2026 (corrected).txt'],
  ])('given %j, then its name is %j', (name, expected) => {
    expect(correctedName(name)).toBe(expected);
  });
});

const markdown = new TextEncoder().encode(
  '# Plan\n\nSome note\n\nSecond para\n\nThird para\n\n| Action | RAG |\n| --- | --- |\n| Sing | Amberr |\n',
);

/** The Markdown with the block that has some words put right, as a form for it does. */
const puttingRight = async (
  corrections: Corrections,
  words: string,
  text: string,
): Promise<Corrections> => {
  const read = await corrected('plan.md', markdown, corrections);
  if (E.isLeft(read)) throw new Error(read.left._tag);
  const { document, source: sent, ranges } = read.right;
  const range = ranges[document.blocks.findIndex((block) => block.text === words)];
  if (range === undefined) throw new Error(`no block has the words ${words}`);
  return withCorrection(sent, corrections, range, text);
};

describe('a document that is no text, put right by hand', () => {
  const text =
    'Plan\n\nSome note\n\nSecond para\n\nThird para\n\n\tAction\n\tRAG\n\n\tSing\n\tAmberr\n';

  it('given no corrections, then it is the file itself, and its text is that of its blocks', async () => {
    const read = await corrected('plan.md', markdown, []);
    expect(read).toMatchObject(E.right({ document: { name: 'plan.md' }, source: text, text }));
    expect(E.isRight(read) && read.right.bytes).toBe(markdown);
  });

  it('given a paragraph left out and blocks put right after it, then each of them has its own words', async () => {
    const without = await puttingRight([], 'Some note', '');
    const two = await puttingRight(without, 'Third para', '3rd  words\nand more');
    const more = await puttingRight(two, 'and more', 'and so on');
    const all = await puttingRight(more, 'Amberr', 'Amber');
    const read = await corrected('plan.md', markdown, all);
    if (E.isLeft(read)) throw new Error(read.left._tag);
    const { document, text: now, source: sent, ranges } = read.right;
    expect(sent).toBe(text);
    expect(now).toBe(
      'Plan\n\n\n\nSecond para\n\n3rd  words\nand so on\n\n\tAction\n\tRAG\n\n\tSing\n\tAmber\n',
    );
    expect(document.name).toBe('plan (corrected).html');
    expect(document.blocks.map((block) => block.text)).toEqual([
      ...['Plan', 'Second para', '3rd words', 'and so on', 'Action', 'RAG', 'Sing', 'Amber'],
    ]);
    expect(ranges.map(({ start, end }) => now.slice(start, end))).toEqual([
      ...['Plan', 'Second para', '3rd  words', 'and so on', 'Action', 'RAG', 'Sing', 'Amber'],
    ]);
    expect(textOf(document)).not.toBe(now);
  });

  it('given words put right and then put back, then there is no correction', async () => {
    const once = await puttingRight([], 'Second para', 'Another para');
    expect(await puttingRight(once, 'Another para', 'Second para')).toEqual([]);
  });

  it('given a correction of no block’s words, then it is refused, and not lost', async () => {
    // Between "Plan" (0 to 4) and "Some note" (from 6) are two line ends.
    expect(await corrected('plan.md', markdown, [{ start: 5, end: 5, text: 'x' }])).toEqual(
      E.left({ _tag: 'StrayCorrection', name: 'plan.md', start: 5, text: 'x' }),
    );
    expect(await corrected('plan.md', markdown, [{ start: 0, end: 15, text: 'y' }])).toEqual(
      E.left({ _tag: 'StrayCorrection', name: 'plan.md', start: 0, text: 'y' }),
    );
    expect(
      describeReadRefusal({ _tag: 'StrayCorrection', name: 'plan.md', start: 5, text: 'x' }),
    ).toBe(
      'plan.md was put right where it has no words: “x” at character 6 of its text. Accepted are other words for one paragraph or cell. Nothing was recorded. Send the file once more, and put it right anew.',
    );
  });

  it('given corrections that leave nothing, then that is told of the corrected page', async () => {
    const one = new TextEncoder().encode('a\n');
    expect(await corrected('a.md', one, [{ start: 0, end: 1, text: '' }])).toEqual(
      E.left({ _tag: 'EmptyFile', name: 'a (corrected).html' }),
    );
  });
});
