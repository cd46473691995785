import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readDocument } from './read-document.ts';
import { readSafely, safeReader } from './read-safely.ts';

const bytes = new TextEncoder().encode('Action 1. Open the hub\nRAG: Green\n');

describe('given a file that is read on a thread of its own', () => {
  it('when nothing is put right in it then it is what reading it here gives', async () => {
    const asked = { name: 'plan.txt', bytes, corrections: [] };
    const here = await readDocument(asked, () => undefined);
    expect(E.isRight(here) && here.right.proposal.actions).toHaveLength(1);
    expect(await readSafely(asked)).toEqual(here);
  });

  it('when words were put right in it then the file that is kept is the corrected one', async () => {
    // "Action 1. Open the " are 19 characters.
    const corrections = [{ start: 19, end: 22, text: 'harbour' }];
    const read = await readSafely({ name: 'plan.txt', bytes, corrections });
    expect(E.isRight(read) && read.right).toMatchObject({
      source: 'Action 1. Open the hub\nRAG: Green\n',
      text: 'Action 1. Open the harbour\nRAG: Green\n',
      bytes: new TextEncoder().encode('Action 1. Open the harbour\nRAG: Green\n'),
    });
  });

  it.each(['plan.txt', 'plan.docx', 'plan.csv', 'plan.pdf'])(
    'when %s has no bytes then it is refused as empty, whatever its name promises',
    async (name) => {
      const asked = { name, bytes: new Uint8Array(), corrections: [] };
      expect(await readSafely(asked)).toEqual(E.left({ _tag: 'EmptyFile', name }));
    },
  );
});

describe('given a thread that has grown larger than one that is kept', () => {
  it('when it has answered then it is ended, and the next file is read by another', async () => {
    const read = safeReader({ ...limits, kept_megabytes: 0 });
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      const answer = await read({ name, bytes, corrections: [] });
      expect(E.isRight(answer) && answer.right.document.name).toBe(name);
    }
  });
});

describe('given room for one file at once, and for one that waits', () => {
  it('when three are asked for then the third is told that others are read', async () => {
    const read = safeReader(limits, { atOnce: 1, waiting: 1 });
    const asked = ['a.txt', 'b.txt', 'c.txt'].map((name) => read({ name, bytes, corrections: [] }));
    const [first, second, third] = await Promise.all(asked);
    expect([first, second].map((one) => one !== undefined && E.isRight(one))).toEqual([true, true]);
    expect(third).toEqual(
      E.left({ _tag: 'ReaderStopped', name: 'c.txt', why: 'busy', detail: '2 of them' }),
    );
  });
});
