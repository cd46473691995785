import { renderTemplate } from '../frame/render-template.ts';
import { count } from '../words/count.ts';
import { becameView, type ImportBlock } from './block-view.ts';
import { blockHref, blocksHref, previewHref } from './import-links.ts';
import { spotHead, spotView } from './spot.ts';
import { importNavigation, type ImportPlace } from './import-place.ts';

/** Which blocks are listed: all, or those of one kind. */
export const blockFilters = ['all', 'doubtful', 'used', 'text', 'unused', 'corrected'] as const;
export type BlockFilter = (typeof blockFilters)[number];

/** How many blocks stand on a page. */
export const blocksOnPage = 100;

const filterWords: Readonly<Record<BlockFilter, string>> = {
  all: 'All',
  doubtful: 'Doubtful',
  used: 'Part of the plan',
  text: 'Kept as text',
  unused: 'Not used',
  corrected: 'Put right by hand',
};

export type BlocksPageOf = Readonly<{
  place: ImportPlace;
  upload: string;
  name: string;
  filter: BlockFilter;
  counts: Readonly<Record<BlockFilter, number>>;
  /** From 1. */
  page: number;
  blocks: ReadonlyArray<ImportBlock & Readonly<{ isDoubtful: boolean; isCorrected: boolean }>>;
}>;

/** The address of a page of blocks. */
export const blocksPageHref = (
  plan: string,
  upload: string,
  filter: BlockFilter,
  page: number,
): string => {
  const query = new URLSearchParams({
    ...(filter === 'all' ? {} : { show: filter }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return `${blocksHref(plan, upload)}${query === '' ? '' : `?${query}`}`;
};

/** The filter that an address names; all where it names none that there is. */
export const blockFilterIn = (text: string | undefined): BlockFilter =>
  blockFilters.find((filter) => filter === text) ?? 'all';

/** Every block of a document with what became of it. */
export const blocksPage = ({
  place,
  upload,
  name,
  filter,
  counts,
  page,
  blocks,
}: BlocksPageOf): Readonly<{ title: string; content: string }> => {
  const here = blocksPageHref(place.plan, upload, filter, page);
  const pages = Math.ceil(counts[filter] / blocksOnPage);
  const pageLink = (to: number) =>
    to < 1 || to > pages ? null : blocksPageHref(place.plan, upload, filter, to);
  return {
    title: `Every block of ${name}`,
    content: renderTemplate('import/blocks.njk', {
      name,
      navigation: importNavigation(place),
      back: previewHref(place.plan, upload),
      filters: blockFilters
        .filter((one) => one === 'all' || one === filter || counts[one] > 0)
        .map((one) => ({
          text: filterWords[one],
          count: counts[one].toLocaleString('en-GB'),
          href: blocksPageHref(place.plan, upload, one, 1),
          current: one === filter,
        })),
      summary:
        pages > 1
          ? `Page ${page} of ${pages}: ${count(counts[filter], 'block')}`
          : count(counts[filter], 'block'),
      spots: spotHead(blocks),
      blocks: blocks.map((block) => ({
        ...spotView(block),
        words: block.words,
        became: becameView(block.became),
        isDoubtful: block.isDoubtful,
        isCorrected: block.isCorrected,
        fixHref: `${blockHref(place.plan, upload, block.block)}?back=${encodeURIComponent(here)}`,
      })),
      previous: pageLink(page - 1),
      next: pageLink(page + 1),
    }),
  };
};
