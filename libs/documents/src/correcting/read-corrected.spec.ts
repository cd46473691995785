import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Corrections } from './corrections.ts';
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
