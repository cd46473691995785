import { countInWords } from '@trackrecord/kernel';
import type { BoardPaper } from '../paper/board-paper.ts';
import { standIn } from './font/drawable-text.ts';
import type { Block } from './kit/block.ts';
import type { Sheet } from './kit/sheet.ts';
import { heading, paragraph } from './kit/text-blocks.ts';

/** What stands over the first section: what the paper is, whose, and what it was as of. */
export const beginning = (sheet: Sheet, paper: BoardPaper): ReadonlyArray<Block> => [
  ...(paper.about.organisation === null
    ? []
    : [
        paragraph(sheet, paper.about.organisation, {
          look: sheet.looks.lead,
          above: 0,
          keepWithNext: true,
        }),
      ]),
  heading(sheet, 1, paper.title),
  paragraph(sheet, paper.subtitle, { look: sheet.looks.lead, above: 0, keepWithNext: true }),
  ...paper.standing.map((line) =>
    paragraph(sheet, line, { look: sheet.looks.small, above: 2, keepWithNext: true }),
  ),
];

/** The paper's last line; before it, what became of characters that the font lacks. */
export const ending = (sheet: Sheet, paper: BoardPaper): ReadonlyArray<Block> => [
  ...(sheet.lost.size === 0
    ? []
    : [
        paragraph(
          sheet,
          `${standIn} stands for a character that the letters of this file lack: ${countInWords(sheet.lost.size, 'character')}. Trackrecord and the Word paper have the words whole.`,
          { look: sheet.looks.small, above: 18 },
        ),
      ]),
  paragraph(sheet, paper.ending, {
    look: sheet.looks.small,
    above: sheet.lost.size === 0 ? 18 : 4,
  }),
];
