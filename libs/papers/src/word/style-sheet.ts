import {
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import { colours, ownStyles } from './word-look.ts';

const font = 'Arial';

/** Half points, as Word counts. */
const points = (size: number): number => size * 2;

const headingStyle = (
  level: number,
  size: number,
  before: number,
  colour: string = colours.deep,
): IBaseParagraphStyleOptions => ({
  run: { size: points(size), bold: true, color: colour, font },
  paragraph: {
    spacing: { before, after: 120 },
    keepNext: true,
    keepLines: true,
    outlineLevel: level - 1,
  },
});

const own = (
  id: string,
  name: string,
  more: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...more });

/** The name of the list that bullets are of. */
export const bulletList = 'paper-bullets';

export const numbering = {
  config: [
    {
      reference: bulletList,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 357, hanging: 357 } } },
        },
      ],
    },
  ],
};

/** By which names a template may bring its own: what it has is used as it is. */
export const styleNames = {
  standing: 'Board paper standing',
  bullet: 'Board paper bullet',
  cell: 'Board paper cell',
  columnHead: 'Board paper column head',
  table: 'Board paper table',
} as const;

/** How a paper looks by itself. */
export const styleSheet: IStylesOptions = {
  default: {
    document: {
      run: { font, size: points(10.5), color: colours.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: points(24), bold: true, color: colours.deep, font },
      paragraph: { spacing: { before: 0, after: 60 }, keepNext: true, keepLines: true },
    },
    heading1: headingStyle(1, 16, 360),
    heading2: headingStyle(2, 12.5, 280),
    heading3: headingStyle(3, 11, 200, colours.ink),
  },
  paragraphStyles: [
    own(ownStyles.subtitle, 'Subtitle', {
      run: { size: points(14), color: colours.faint, font },
      paragraph: { spacing: { after: 160 }, keepNext: true },
    }),
    own(ownStyles.standing, styleNames.standing, {
      run: { size: points(10), color: colours.faint },
      paragraph: { spacing: { after: 20 } },
    }),
    own(ownStyles.bullet, styleNames.bullet, {
      paragraph: { spacing: { after: 60 } },
    }),
    own(ownStyles.cell, styleNames.cell, {
      run: { size: points(9) },
      paragraph: { spacing: { before: 0, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    own(ownStyles.columnHead, styleNames.columnHead, {
      run: { size: points(9), bold: true },
      paragraph: {
        spacing: { before: 0, after: 20, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    }),
  ],
};
