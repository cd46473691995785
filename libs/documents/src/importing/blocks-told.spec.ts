import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Document } from '../document/document.ts';
import { proposePlan } from '../propose-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { blocksTold } from './blocks-told.ts';

const paper = `Harbour Plan 2026 – 2028

Our vision

Every child is safe.

Priority 1: Health

\tAction 1. Open a clinic
\tAMBER

\tAction 2. Open a garden
\tGREEN
`;

const documentOf = (text: string): Document => {
  const read = readText('paper.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const document = documentOf(paper);
const proposal = proposePlan(document);
const told = blocksTold(document, proposal, proposal.warnings);

const blockOf = (words: string) => {
  const found = told.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`no block has the words ${words}`);
  return found;
};

describe('the blocks of a document, told', () => {
  it('then each of them is there, in its order, with its line', () => {
    expect(told.map(({ block }) => block)).toEqual(document.blocks.map(({ index }) => index));
    const lines = paper.split('\n');
    told
      .filter(({ text }) => text !== '')
      .forEach(({ line, text }) => {
        expect(lines[line - 1]).toContain(text.split(' ')[0]);
      });
  });

  it.each([
    ['Open a garden', ['action 2: title']],
    ['GREEN', ['action 2: rating']],
    ['Priority 1', ['priority 1: title']],
    ['Every child is safe', ['narrative: Our vision']],
  ])('given %j, then it became %j', (words, expected) => {
    expect(blockOf(words).became.map((one) => one.words)).toEqual(expect.arrayContaining(expected));
  });

  it('given words that may mean something else, then their block says so, and no other does', () => {
    const { doubts } = blockOf('Harbour Plan');
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toContain('"2026 – 2028" is read as 1 January 2026 to 31 December 2028');
    expect(told.filter((one) => one.doubts.length > 0)).toHaveLength(1);
  });

  it('given a warning that only the report knows, then it stands at its block', () => {
    const message = 'the import’s date lies outside of the plan’s period';
    const [first] = blocksTold(document, proposal, [{ block: 1, line: 1, text: '', message }]);
    expect(first?.doubts).toEqual([message]);
  });

  it('given an account of nothing, then the block became nothing', () => {
    const [first] = blocksTold(document, { accounts: [], narratives: [] }, []);
    expect(first?.became).toEqual([]);
  });
});
