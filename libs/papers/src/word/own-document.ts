import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { BoardPaper, PaperSection } from '../paper/board-paper.ts';
import { endingLine, sectionSetter, titleBlock } from './paper-blocks.ts';
import { documentProperties } from './properties.ts';
import { numbering, styleSheet } from './style-sheet.ts';
import { colours, ownStyles, type WordSetting } from './word-look.ts';
import { xmlWords } from './xml-words.ts';

/** A4 in twentieths of a point, and its margins. */
const page = { short: 11906, long: 16838, side: 1134, top: 1134, bottom: 1077 } as const;

const settingOf = (isWide: boolean): WordSetting => ({
  styles: ownStyles,
  width_twips: (isWide ? page.long : page.short) - 2 * page.side,
});

const footerOf = ({ footer }: BoardPaper, { styles, width_twips }: WordSetting): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: styles.standing,
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: width_twips }],
        children: [
          new TextRun({ text: xmlWords(footer), size: 17 }),
          new TextRun({
            size: 17,
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

/** Sections that lie the same way, one after the other: they share their pages. */
const runsOf = (
  sections: ReadonlyArray<PaperSection>,
): ReadonlyArray<ReadonlyArray<PaperSection>> =>
  sections.reduce<ReadonlyArray<ReadonlyArray<PaperSection>>>((runs, section) => {
    const last = runs.at(-1);
    return last?.[0]?.isWide === section.isWide
      ? [...runs.slice(0, -1), [...last, section]]
      : [...runs, [section]];
  }, []);

const wordSection = (
  paper: BoardPaper,
  isWide: boolean,
  children: ReadonlyArray<FileChild>,
): ISectionOptions => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    page: {
      size: {
        width: page.short,
        height: page.long,
        orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: page.top,
        bottom: page.bottom,
        left: page.side,
        right: page.side,
        footer: 567,
        header: 567,
      },
    },
  },
  footers: { default: footerOf(paper, settingOf(isWide)) },
  children,
});

/** A paper in a document of its own: A4, tables of many columns on pages that lie across. */
export const ownDocument = (paper: BoardPaper): Promise<Uint8Array> => {
  const sectionOf = sectionSetter();
  const runs = runsOf(paper.sections);
  const sections = runs.map((run, place) => {
    const isWide = run[0]?.isWide === true;
    const setting = settingOf(isWide);
    return wordSection(paper, isWide, [
      ...(place === 0 ? titleBlock(paper, setting) : []),
      ...run.flatMap((section) => sectionOf(section, setting)),
      ...(place === runs.length - 1 ? [endingLine(paper, setting)] : []),
    ]);
  });
  return Packer.toBuffer(
    new Document({ ...documentProperties(paper), styles: styleSheet, numbering, sections }),
  );
};
