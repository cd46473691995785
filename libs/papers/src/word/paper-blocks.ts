import { type FileChild, LineRuleType, Paragraph, TextRun } from 'docx';
import type { BoardPaper, PaperBlock, PaperHeading, PaperSection } from '../paper/board-paper.ts';
import { linesChart, ratingChart } from './paper-chart.ts';
import { paperTable } from './paper-table.ts';
import { picture } from './picture.ts';
import { bulletList } from './style-sheet.ts';
import type { WordSetting, WordStyles } from './word-look.ts';
import { xmlWords } from './xml-words.ts';

/** A paragraph in a style. */
export const styled = (words: string, style: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(xmlWords(words))] });

const headingStyle = ({ level }: PaperHeading, { heading2, heading3 }: WordStyles): string =>
  level === 2 ? heading2 : heading3;

/** After a table: two tables without anything between them are one to Word. */
const gap = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  });

/**
 * The next number of a drawing in its document: Word wants each drawing's to be its own. A template's drawings have
 * small numbers.
 */
const drawingNumbers = (): (() => number) => {
  let last = 5000;
  return () => (last += 1);
};

/** Whether a sentence belongs to what comes after it: a table, a picture, a part of its own section, or what leads there. */
const leadsOn = (all: ReadonlyArray<PaperBlock>, place: number): boolean => {
  const next = all[place + 1];
  switch (next?._tag) {
    case 'Table':
    case 'RatingBars':
    case 'Lines':
      return true;
    case 'Heading':
      return next.level === 3;
    case 'Paragraph':
      return leadsOn(all, place + 1);
    case 'Bullets':
    case undefined:
      return false;
  }
};

const blockOf =
  (setting: WordSetting, nextDrawing: () => number) =>
  (block: PaperBlock, place: number, all: ReadonlyArray<PaperBlock>): ReadonlyArray<FileChild> => {
    const { styles } = setting;
    switch (block._tag) {
      case 'Heading':
        return [styled(block.words, headingStyle(block, styles))];
      case 'Paragraph':
        return [
          new Paragraph({
            keepNext: leadsOn(all, place),
            children: [new TextRun(xmlWords(block.words))],
          }),
        ];
      case 'Bullets':
        return block.items.map(
          (words) =>
            new Paragraph({
              style: styles.bullet,
              numbering: { reference: bulletList, level: 0 },
              children: [new TextRun(xmlWords(words))],
            }),
        );
      case 'Table':
        return [paperTable(block, setting), gap()];
      case 'RatingBars':
        return [picture(ratingChart(block, setting, { id: nextDrawing() }))];
      case 'Lines':
        return [picture(linesChart(block, setting, { id: nextDrawing() }))];
    }
  };

/** Sections for a Word document, one after the other, each as wide as is said. */
export const sectionSetter = () => {
  const nextDrawing = drawingNumbers();
  return ({ heading, blocks }: PaperSection, setting: WordSetting): ReadonlyArray<FileChild> => [
    styled(heading, setting.styles.heading1),
    ...blocks.flatMap(blockOf(setting, nextDrawing)),
  ];
};

/** What stands over the first section: what the paper is, whose, and what it was as of. */
export const titleBlock = (
  paper: BoardPaper,
  { styles }: WordSetting,
): ReadonlyArray<FileChild> => [
  styled(paper.title, styles.title),
  styled(paper.subtitle, styles.subtitle),
  ...[
    ...(paper.about.organisation === null ? [] : [paper.about.organisation]),
    ...paper.standing,
  ].map((words) => styled(words, styles.standing)),
];

/** The paper's last line. */
export const endingLine = (paper: BoardPaper, { styles }: WordSetting): Paragraph =>
  new Paragraph({
    style: styles.standing,
    spacing: { before: 240 },
    children: [new TextRun(xmlWords(paper.ending))],
  });
