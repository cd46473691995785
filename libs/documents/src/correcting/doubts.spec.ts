import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { proposePlan } from '../propose-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { doubtsOf } from './doubts.ts';
import { remedied } from './remedy.ts';

const paper = `Harbour Plan 2026 – 2028

Priority 1: Health

\tAction 1. Open a clinic
\tGREEN/GREEN

Notes: Lease signed. Update?

\tAction 2. Open a garden
\tGREEN

Notes: Play Forum update

\tAction 3. Plant *** trees
\tAMBER

* Not a word is missing here.
`;

const documentOf = (text: string): Document => {
  const read = readText('paper.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const document = documentOf(paper);
const proposal = proposePlan(document);
const ofPlan = { block: 1, line: 1, text: 'Dredge the basin', message: 'action 9 stands in it' };
const doubts = doubtsOf(document, proposal, [...proposal.warnings, ofPlan]);

const about = (words: string) => {
  const block = document.blocks.find((one) => wordsOf(one).includes(words));
  return doubts.blocks.find((one) => one.block === block?.index);
};

describe('the doubtful blocks of a document', () => {
  it('given words in a rating’s place that are none, then a rating can be chosen', () => {
    const found = about('GREEN/GREEN');
    expect(found).toMatchObject({ line: 6, hints: [], remedies: [{ kind: 'rating' }] });
    expect(found?.doubts[0]).toContain('"GREEN/GREEN" is no rating that is known');
  });

  it('given words that ask nobody in particular, then that is no doubt, and somebody can be named', () => {
    expect(about('Lease signed')).toMatchObject({
      doubts: [],
      hints: [expect.stringContaining('of nobody in particular')],
      remedies: [{ kind: 'whom', words: 'Update?' }],
    });
  });

  it('given words that may ask, then they can be made to', () => {
    expect(about('Play Forum')).toMatchObject({
      doubts: [expect.stringContaining('May ask for an update')],
      remedies: [{ kind: 'request', words: 'Play Forum update' }],
    });
  });

  it('given a place that was left open, then it can be filled; a bullet is none', () => {
    expect(about('Plant ***')).toMatchObject({
      doubts: [],
      remedies: [{ kind: 'open', words: '***' }],
    });
    expect(about('Not a word')).toBeUndefined();
  });

  it('given what is doubtful in the plan, then it stands at no block', () => {
    expect(doubts.ofPlan).toEqual([ofPlan]);
    expect(doubts.blocks.flatMap((one) => one.doubts)).not.toContain(ofPlan.message);
  });

  it('given a document in which all is plain, then none is doubtful', () => {
    const plain = documentOf('Priority 1: Health\n\n\tAction 1. Open a clinic\n\tGREEN\n');
    const proposed = proposePlan(plain);
    expect(doubtsOf(plain, proposed, proposed.warnings)).toEqual({ blocks: [], ofPlan: [] });
  });
});

describe('a doubt put right', () => {
  it.each([
    ['rating', 'GREEN/GREEN', 'GREEN/GREEN', 'Amber', 'Amber'],
    ['rating', 'RAG: mauve', 'mauve', '', 'RAG: '],
    ['rating', '', "the cell's colour #C9A86A", 'Amber', 'Amber'],
    ['rating', '●', "the cell's colour #C9A86A", '', 'Not rated'],
    ['rating', 'Open a hall', "the cell's colour #C9A86A", 'Red', 'Open a hall – Red'],
    ['rating', 'mended by now', 'GREEN/GREEN', 'Red', 'mended by now'],
    ['open', 'Plant *** trees, then ***', '***', '40', 'Plant 40 trees, then ***'],
    ['open', 'Costs ** pounds', '**', '$&', 'Costs $& pounds'],
    [
      'whom',
      'Lease signed. Update?',
      'Update?',
      'Jo Hart',
      'Lease signed. Update needed from Jo Hart',
    ],
    ['whom', 'More. Update needed.', 'Update needed', 'BEST', 'More. Update needed from BEST.'],
    ['request', 'Notes: Forum update', 'Forum update', '', 'Notes: Forum update needed'],
    [
      'request',
      'Notes: Forum update',
      'Forum update',
      'BEST',
      'Notes: Forum update needed from BEST',
    ],
    ['whom', 'Something else by now', 'Update?', 'Jo Hart', 'Something else by now'],
  ] as const)('given %s in %j, then its words change', (kind, all, words, choice, expected) => {
    expect(remedied(all, { kind, words }, choice)).toBe(expected);
  });

  it.each([
    ['Update?', 'Jo Hart', 'Lease signed. '],
    ['Play Forum update', 'Play Forum', 'Notes: '],
  ])('given %j of somebody, then the document asks them', (words, whom, before) => {
    const remedy = { kind: 'whom', words } as const;
    const asked = remedied(`${before}${words}`, remedy, whom);
    const corrected = proposePlan(documentOf(paper.replace(`${before}${words}`, asked)));
    const parties = corrected.actions.flatMap(({ requests }) =>
      requests.flatMap((one) => one.parties),
    );
    expect(parties).toContain(whom);
  });
});
