import { copyForms } from '@trackrecord/documents';
import { countInWords } from '@trackrecord/kernel';
import { copyFacts } from '../copies/copy-facts.ts';
import type { BoardPaper } from '../paper/board-paper.ts';
import { standIn } from './font/drawable-text.ts';
import { type Block, flow } from './kit/block.ts';
import { bookmarksOf } from './kit/bookmarks.ts';
import { looks } from './kit/look.ts';
import { writeFeet } from './kit/page-furniture.ts';
import { closeSheet, openSheet, type Sheet, turnedTo } from './kit/sheet.ts';
import { heading, paragraph } from './kit/text-blocks.ts';
import { sectionBlock, turningOf } from './section-blocks.ts';

const beginning = (sheet: Sheet, paper: BoardPaper): ReadonlyArray<Block> => [
  ...(paper.about.organisation === null
    ? []
    : [
        paragraph(sheet, paper.about.organisation, {
          look: looks.lead,
          above: 0,
          keepWithNext: true,
        }),
      ]),
  heading(sheet, 1, paper.title),
  paragraph(sheet, paper.subtitle, { look: looks.lead, above: 0, keepWithNext: true }),
  ...paper.standing.map((line) =>
    paragraph(sheet, line, { look: looks.small, above: 2, keepWithNext: true }),
  ),
];

/** Says what became of characters that the font lacks. */
const ending = (sheet: Sheet, paper: BoardPaper): ReadonlyArray<Block> => [
  ...(sheet.lost.size === 0
    ? []
    : [
        paragraph(
          sheet,
          `${standIn} stands for a character that the letters of this file lack: ${countInWords(sheet.lost.size, 'character')}. Trackrecord and the Word paper have the words whole.`,
          { look: looks.small, above: 18 },
        ),
      ]),
  paragraph(sheet, paper.ending, { look: looks.small, above: sheet.lost.size === 0 ? 18 : 4 }),
];

/**
 * A board paper as a PDF (1.7, A4) that needs no browser to make and that people who cannot see it can read: tagged
 * (headings, lists, tables with their heads, pictures with their words), in its language, with its title, bookmarks and
 * its own letters. Sections with many columns stand on pages that are turned. The same paper gives the same bytes.
 * @param compress false leaves the content of pages readable: for specs
 */
export const pdfPaper = (
  paper: BoardPaper,
  { compress = true }: Readonly<{ compress?: boolean }> = {},
): Promise<Uint8Array> => {
  const { about } = paper;
  const sheet = openSheet({
    title: `${paper.title}: ${paper.subtitle}`,
    author: about.organisation ?? '',
    subject: paper.standing.join('. '),
    madeOn: new Date(`${about.madeOn}T00:00:00Z`),
    language: about.language,
    further: Object.fromEntries(copyFacts(about, copyForms.boardPaper)),
    compress,
  });
  const bookmarks = bookmarksOf(sheet);
  flow(sheet, sheet.root, beginning(sheet, paper));
  let last = sheet;
  for (const section of paper.sections) {
    last = turnedTo(sheet, turningOf(section));
    flow(last, sheet.root, [sectionBlock(last, section, bookmarks)]);
  }
  flow(last, sheet.root, ending(last, paper));
  writeFeet(sheet, paper.footer, paper.title);
  return closeSheet(sheet);
};
