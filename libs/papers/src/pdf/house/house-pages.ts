import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../../paper/board-paper.ts';
import { leastRoom, type PaperRefusal } from '../../word/paper-refusal.ts';
import { flow, newPage } from '../kit/block.ts';
import { type Bookmark, bookmarksOf } from '../kit/bookmarks.ts';
import {
  closeSheet,
  finishPages,
  onPages,
  openSheet,
  type PageForm,
  type Sheet,
  type SheetFacts,
} from '../kit/sheet.ts';
import { beginning, ending } from '../paper-body.ts';
import { sectionBlock } from '../section-blocks.ts';
import { houseForm, type Told } from './furniture.ts';
import type { House, HouseBlock, HousePart, HouseSection } from './house.ts';
import { houseBlocks } from './house-blocks.ts';
import { isBare } from './is-bare.ts';

/** A page of a section before anything is known of what stands on it: words are measured on it, and none drawn. */
const blank = (house: House): PageForm => {
  const { width = 0, height = 0 } = house.sections[0]?.page ?? {};
  const area = { left: 0, right: width, top: 0, bottom: height };
  return { width, height, area, furnish: () => () => undefined };
};

const isPaper = (part: HousePart): part is Readonly<{ _tag: 'Paper' }> => part._tag === 'Paper';

/** What stands in a section before the paper, and after it. */
const aroundPaper = (parts: ReadonlyArray<HousePart>) => {
  const at = parts.findIndex(isPaper);
  const blocks = (some: ReadonlyArray<HousePart>): ReadonlyArray<HouseBlock> =>
    some.flatMap((part) => (isPaper(part) ? [] : [part]));
  return at < 0
    ? { before: blocks(parts), hasPaper: false, after: [] }
    : { before: blocks(parts.slice(0, at)), hasPaper: true, after: blocks(parts.slice(at + 1)) };
};

/** The paper itself; it brings its own title where the template shows none before it. */
const writePaper = (
  sheet: Sheet,
  paper: BoardPaper,
  { hasTitle, bookmarks }: Readonly<{ hasTitle: boolean; bookmarks: Bookmark }>,
): void => {
  if (!hasTitle) flow(sheet, sheet.root, beginning(sheet, paper));
  for (const section of paper.sections)
    flow(sheet, sheet.root, [sectionBlock(sheet, section, bookmarks)]);
  flow(sheet, sheet.root, ending(sheet, paper));
};

const isSamePage = ({ page }: HouseSection, other: HouseSection | undefined): boolean =>
  page.width === other?.page.width && page.height === other.page.height;

/** What a page leaves for words, in whole points. */
const roomOf = ({ area, firstTop }: PageForm): Readonly<{ width: number; height: number }> => ({
  width: Math.max(0, Math.floor(area.right - area.left)),
  height: Math.max(0, Math.floor(area.bottom - Math.max(area.top, firstTop ?? 0))),
});

const isTooNarrow = ({ width, height }: Readonly<{ width: number; height: number }>): boolean =>
  width < leastRoom.width || height < leastRoom.height;

/** A paper on the pages of an organisation's own template, between what stands there before it and after it. */
export const housePages = async (
  paper: BoardPaper,
  facts: SheetFacts,
  house: House,
): Promise<E.Either<PaperRefusal, Uint8Array>> => {
  const open = openSheet(facts, blank(house), house.looks);
  const bookmarks = bookmarksOf(open);
  const told: Told = new Set();
  const { sections, title } = house;
  const forms = sections.map((section) =>
    houseForm(open, section, { told, paper: section.parts.some(isPaper) ? paper : undefined }),
  );
  const narrow = forms.map(roomOf).find(isTooNarrow);
  if (narrow !== undefined) return E.left({ _tag: 'NarrowPage', ...narrow });
  let sheet = open;
  const place = sections.findIndex(({ parts }) => parts.some(isPaper));
  sections.forEach((section, index) => {
    const { before, hasPaper, after } = aroundPaper(section.parts);
    // What Word ends with, so that something can be typed there: no page is opened for it.
    if (index > place && isBare(before)) return;
    const goesOn = !section.beginsPage && isSamePage(section, sections[index - 1]);
    const form = forms[index];
    if (form !== undefined && (index === 0 || !goesOn)) {
      sheet = onPages(open, form);
      newPage(sheet);
    }
    const making = {
      page: section.page,
      isTitle: (paragraph: HouseBlock): boolean => paragraph === title,
    };
    flow(sheet, sheet.root, houseBlocks(sheet, before, making));
    if (hasPaper) writePaper(sheet, paper, { hasTitle: title !== undefined, bookmarks });
    if (!isBare(after)) flow(sheet, sheet.root, houseBlocks(sheet, after, making));
  });
  finishPages(open);
  return E.right(await closeSheet(open));
};
