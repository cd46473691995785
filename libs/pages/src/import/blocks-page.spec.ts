import { describe, expect, it } from 'vitest';
import { blockFilterIn, blocksPage, type BlocksPageOf, blocksPageHref } from './blocks-page.ts';

const page: BlocksPageOf = {
  place: { plan: 'harbour', title: 'Harbour Plan', may: { audit: true, manage: true } },
  upload: 'u-1',
  name: 'june.txt',
  filter: 'used',
  counts: { all: 300, doubtful: 0, used: 250, text: 50, unused: 0, corrected: 0 },
  page: 2,
  blocks: [
    {
      block: 101,
      line: 140,
      words: '<b>words</b>',
      isCell: false,
      became: [],
      isDoubtful: true,
      isCorrected: false,
    },
  ],
};

describe('every block of a document', () => {
  it('given a page in the midst, then the ways to the others keep the filter', () => {
    const { content } = blocksPage(page);
    expect(content).toContain('Page 2 of 3: 250 blocks');
    expect(content).toContain('/blocks?show=used"');
    expect(content).toContain('/blocks?show=used&amp;page=3"');
  });

  it('given a block, then its words as they stand, that it was not used, and the way to put it right and back', () => {
    const { content } = blocksPage(page);
    expect(content).toContain('&lt;b&gt;words&lt;/b&gt;');
    expect(content).toContain('Not used');
    expect(content).toContain(
      'href="/plans/harbour/imports/u-1/blocks/101?back=%2Fplans%2Fharbour%2Fimports%2Fu-1%2Fblocks%3Fshow%3Dused%26page%3D2"',
    );
  });

  it('given kinds of which there is none, then they are not offered', () => {
    const { content } = blocksPage(page);
    expect(content).toContain('Kept as text');
    expect(content).not.toContain('show=doubtful');
  });

  it('given no block of a kind, then that, and the way back', () => {
    const { content } = blocksPage({ ...page, filter: 'unused', page: 1, blocks: [] });
    expect(content).toContain('No block is of this kind');
  });

  it('given an address, then the filter that it names, or all', () => {
    expect([blockFilterIn('text'), blockFilterIn('x'), blockFilterIn(undefined)]).toEqual([
      'text',
      'all',
      'all',
    ]);
    expect(blocksPageHref('harbour', 'u 1', 'all', 1)).toBe('/plans/harbour/imports/u%201/blocks');
  });
});
