import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import { styleSheet } from '../style-sheet.ts';
import { colours, ownStyles } from '../word-look.ts';

/** A4 across, in twentieths of a point, and its margins. */
const page = { width: 16838, height: 11906, margin: 1134 } as const;
const right = page.width - 2 * page.margin;

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 6 } as const;

const cover = [
  new Paragraph({ text: 'Put your logo here', spacing: { after: 3600 } }),
  new Paragraph({ text: '{{title}}', style: ownStyles.title }),
  new Paragraph({ text: '{{subtitle}}', style: ownStyles.subtitle }),
  new Paragraph({ text: '{{organisation}}' }),
  new Paragraph({ text: 'As of {{as of}}', spacing: { before: 600 } }),
];

const setting = {
  page: {
    // The library turns the page: it is given its sizes upright.
    size: { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: page.margin,
      bottom: page.margin,
      left: page.margin,
      right: page.margin,
      header: 567,
      footer: 567,
    },
  },
};

const header = new Header({
  children: [
    new Paragraph({ text: '{{title}}', alignment: AlignmentType.RIGHT, border: { bottom: line } }),
  ],
});

const footer = new Footer({
  children: [
    new Paragraph({
      border: { top: line },
      tabStops: [{ type: TabStopType.RIGHT, position: right }],
      children: [
        new TextRun('As of {{as of}}, at ordinal {{ordinal}}'),
        new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
      ],
    }),
  ],
});

/**
 * A template to begin with, as a Word document: a cover, then pages that lie across with a header and a footer. Whoever
 * opens it in Word puts a logo in and changes its styles, and it is theirs.
 */
export const exampleTemplate = (): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      title: 'Template for board papers',
      creator: 'Trackrecord',
      styles: styleSheet,
      sections: [
        { properties: setting, children: cover },
        {
          properties: { ...setting, type: SectionType.NEXT_PAGE },
          headers: { default: header },
          footers: { default: footer },
          children: [new Paragraph({ text: '{{paper}}' })],
        },
      ],
    }),
  );
