import { copyForms } from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import { copyFacts } from '../copies/copy-facts.ts';
import type { BoardPaper } from '../paper/board-paper.ts';
import type { PaperRefusal } from '../word/paper-refusal.ts';
import { orNotFilled } from '../word/template/checked-template.ts';
import { housePages } from './house/house-pages.ts';
import { readHouse } from './house/read-house.ts';
import { flow } from './kit/block.ts';
import { bookmarksOf } from './kit/bookmarks.ts';
import { closeSheet, finishPages, onPages, type SheetFacts, openSheet } from './kit/sheet.ts';
import { ownPages } from './own-pages.ts';
import { beginning, ending } from './paper-body.ts';
import { sectionBlock, turningOf } from './section-blocks.ts';

const factsOf = (paper: BoardPaper, compress: boolean): SheetFacts => ({
  title: `${paper.title}: ${paper.subtitle}`,
  author: paper.about.organisation ?? '',
  subject: paper.standing.join('. '),
  madeOn: new Date(`${paper.about.madeOn}T00:00:00Z`),
  language: paper.about.language,
  further: Object.fromEntries(copyFacts(paper.about, copyForms.boardPaper)),
  compress,
});

/** On A4; sections with many columns stand on pages that are turned. */
const onOwnPages = (paper: BoardPaper, facts: SheetFacts): Promise<Uint8Array> => {
  const pages = ownPages(paper);
  const sheet = openSheet(facts, pages.portrait);
  const bookmarks = bookmarksOf(sheet);
  flow(sheet, sheet.root, beginning(sheet, paper));
  let last = sheet;
  for (const section of paper.sections) {
    last = onPages(sheet, pages[turningOf(section)]);
    flow(last, sheet.root, [sectionBlock(last, section, bookmarks)]);
  }
  flow(last, sheet.root, ending(last, paper));
  finishPages(sheet);
  return closeSheet(sheet);
};

/**
 * A board paper as a PDF (1.7, A4) that needs no browser to make and that people who cannot see it can read: tagged
 * (headings, lists, tables with their heads, pictures with their words), in its language, with its title, bookmarks and
 * its own letters. Sections with many columns stand on pages that are turned. The same paper gives the same bytes.
 * @param compress false leaves the content of pages readable: for specs
 */
export const pdfPaper = (
  paper: BoardPaper,
  { compress = true }: Readonly<{ compress?: boolean }> = {},
): Promise<Uint8Array> => onOwnPages(paper, factsOf(paper, compress));

/** A paper in an organisation's look, and what of its template that look leaves out, in sentences. */
export type HousePaper = Readonly<{ bytes: Uint8Array; notTaken: ReadonlyArray<string> }>;

/**
 * As {@link pdfPaper}, on the pages of an organisation's own Word template: with its cover, its headers and footers,
 * and its words as its styles set them, as far as a PDF takes that; see docs/board-papers.md.
 * @returns why the template is not taken, where it is not
 */
export const pdfPaperIn = async (
  template: Uint8Array,
  paper: BoardPaper,
  { compress = true }: Readonly<{ compress?: boolean }> = {},
): Promise<E.Either<PaperRefusal, HousePaper>> => {
  const house = await readHouse(template, paper);
  if (E.isLeft(house)) return house;
  const bytes = await orNotFilled(() => housePages(paper, factsOf(paper, compress), house.right));
  return E.isLeft(bytes) ? bytes : E.right({ bytes: bytes.right, notTaken: house.right.notTaken });
};
