import { rightOf } from '@trackrecord/test-kit';
import {
  Document,
  type FileChild,
  Footer,
  Header,
  ImageRun,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
} from 'docx';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { setText, textOf } from '../../package/package-parts.ts';
import { changedParts } from '../../testing/changed-parts.ts';
import { aTable, paperWith } from '../../testing/nasty-paper.ts';
import { describePaperRefusal } from '../../word/paper-refusal.ts';
import { pdfPaperIn } from '../pdf-paper.ts';
import {
  childrenOf,
  elementsOf,
  readPdf,
  type Tagged,
  wordsOf,
} from '../testing/read-structure.ts';
import { aLogo } from './testing/png.ts';

const paper = paperWith({ _tag: 'Paragraph', words: 'One action.' }, aTable);

type Made = Readonly<{
  body?: ReadonlyArray<FileChild | string>;
  section?: Partial<ISectionOptions>;
  styles?: IStylesOptions;
}>;

const aTemplate = ({
  body = ['{{title}}', '{{paper}}'],
  section = {},
  styles = {},
}: Made = {}): Promise<Uint8Array> => {
  const children = body.map((one) => (typeof one === 'string' ? new Paragraph(one) : one));
  return Packer.toBuffer(new Document({ styles, sections: [{ ...section, children }] }));
};

const written = async (made: Made | Uint8Array) => {
  const template = made instanceof Uint8Array ? made : await aTemplate(made);
  const { bytes, notTaken } = rightOf(await pdfPaperIn(template, paper, { compress: false }));
  return { ...readPdf(bytes), content: Buffer.from(bytes).toString('latin1'), notTaken };
};

const refusal = async (template: Uint8Array): Promise<string> => {
  const made = await pdfPaperIn(template, paper);
  return E.isLeft(made) ? describePaperRefusal(made.left) : 'it was taken';
};

const bold: IRunOptions = { text: 'tle}}', bold: true };
const faint: IRunOptions = { text: 'Faint', color: 'EEEEEE', italics: true, font: 'Papyrus' };

const logo = (description?: string): ImageRun =>
  new ImageRun({
    type: 'png',
    data: aLogo(),
    transformation: { width: 96, height: 48 },
    ...(description === undefined ? {} : { altText: { name: 'logo', title: '', description } }),
  });

/** What stands before the paper's own section. */
const cover = (structure: Tagged): ReadonlyArray<Tagged> => {
  const all = childrenOf(structure);
  return all.slice(
    0,
    all.findIndex(({ type }) => type === 'Sect'),
  );
};

const told = (elements: ReadonlyArray<Tagged>) =>
  elements.map((one) => [one.type, one.alt ?? wordsOf(one)]);

describe('a PDF paper in a template of Word', () => {
  it('given cells, rows and words within controls and marks, then all are there, once each', async () => {
    const p = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const control = (xml: string): string => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    const cell = (words: string): string => `<w:tc>${p(words)}</w:tc>`;
    const box = (inside: string): string =>
      `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const xml = [
      `<w:tbl><w:tr>${cell('Plain')}${control(cell('Controlled'))}</w:tr>${control(`<w:tr>${cell('Row')}</w:tr>`)}</w:tbl>`,
      '<w:p><w:moveTo><w:r><w:t>Moved</w:t></w:r></w:moveTo><w:bdo><w:r><w:t>Turned</w:t></w:r></w:bdo></w:p>',
      `<w:p>${box(`<w:p><w:r><w:t>Outer</w:t></w:r>${box(p('Inner'))}</w:p>`)}</w:p>`,
    ].join('');
    const template = await changedParts(await aTemplate(), (parts) => {
      const main = 'word/document.xml';
      setText(
        parts,
        main,
        textOf(parts, main).replace('<w:body>', () => `<w:body>${xml}`),
      );
    });
    const { structure } = await written(template);
    const words = wordsOf(structure);
    for (const one of ['Plain', 'Controlled', 'Row', 'Moved', 'Turned', 'Outer', 'Inner'])
      expect([one, words.split(one).length - 1]).toEqual([one, 1]);
  });

  it('given a cover, then its words come first, filled in, and the title is what the paper is headed by', async () => {
    const { structure, astray } = await written({
      body: [
        new Paragraph({ children: [logo('The harbour by night')] }),
        new Paragraph({ text: 'For the board', heading: 'Heading1' }),
        new Paragraph({
          children: [new TextRun('{{ti'), new TextRun(bold)],
        }),
        'As of {{as of}}, at {{ordinal}}',
        '{{paper}}',
        'Harbour House',
      ],
    });
    expect(told(cover(structure))).toEqual([
      ['Figure', 'The harbour by night'],
      ['H2', 'For the board'],
      ['H1', paper.title],
      ['P', 'As of 30 June 2026, at 20'],
    ]);
    expect(elementsOf(structure, 'H1')).toHaveLength(1);
    expect(childrenOf(structure).slice(-2).map(wordsOf)).toEqual([paper.ending, 'Harbour House']);
    expect(astray).toEqual([]);
  });

  it('given no title in it, then the paper brings its own', async () => {
    const { structure } = await written({ body: ['Of us', '{{paper}}'] });
    expect(told(cover(structure)).slice(0, 2)).toEqual([
      ['P', 'Of us'],
      ['H1', paper.title],
    ]);
  });

  it('given a table to put words beside each other, then they are told cell by cell, and it is no table', async () => {
    const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] });
    const { structure } = await written({
      body: [
        new Table({
          rows: [
            new TableRow({ children: [cell('As of'), cell('{{as of}}')] }),
            new TableRow({ children: [cell('Title'), cell('{{title}}')] }),
          ],
        }),
        '{{paper}}',
      ],
    });
    expect(told(cover(structure))).toEqual([
      ['P', 'As of'],
      ['P', '30 June 2026'],
      ['P', 'Title'],
      ['H1', paper.title],
    ]);
  });

  it('given lists, then their bullets and numbers stand before the words', async () => {
    const list = (text: string, reference: string) =>
      new Paragraph({ text, numbering: { reference, level: 0 } });
    const template = await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'steps',
              levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '(%1)', start: 3 }],
            },
          ],
        },
        sections: [
          {
            children: [
              new Paragraph({ text: 'To note', bullet: { level: 0 } }),
              list('To agree', 'steps'),
              list('To ask', 'steps'),
              new Paragraph('{{title}}'),
              new Paragraph('{{paper}}'),
            ],
          },
        ],
      }),
    );
    const { structure, notTaken } = await written(template);
    expect(cover(structure).map(wordsOf)).toEqual([
      // The sign is that of the library that builds the template.
      '● To note',
      '(c) To agree',
      '(d) To ask',
      paper.title,
    ]);
    expect(notTaken).toEqual([]);
  });

  it('given headers and footers, then they stand on every page, with its number, and belong to the page', async () => {
    const pageOf = new TextRun({
      children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
    });
    const { artifacts, structure } = await written({
      body: [
        new Paragraph('{{title}}'),
        new Paragraph({ text: '{{paper}}', pageBreakBefore: true }),
      ],
      section: {
        headers: { default: new Header({ children: [new Paragraph('Of {{plan}}')] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun('At {{ordinal}}\t'), pageOf],
                tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
              }),
            ],
          }),
        },
      },
    });
    expect(artifacts.map((texts) => texts.join('|'))).toEqual([
      expect.stringMatching(/^Of harbour\|At 20\|1\| of \|2$/u),
      expect.stringMatching(/Of harbour\|At 20\|2\| of \|2$/u),
    ]);
    expect(wordsOf(structure)).not.toContain('At 20');
  });

  it('given no footer, then pages of the paper have our own', async () => {
    const { artifacts } = await written({});
    expect(artifacts.flat().at(-1)).toContain('Page 1 of 1');
  });

  it('given another first page, then its header stands there and nowhere else', async () => {
    const of = (words: string) => new Header({ children: [new Paragraph(words)] });
    const { artifacts } = await written({
      body: ['{{title}}', new Paragraph({ text: '{{paper}}', pageBreakBefore: true })],
      section: {
        properties: { titlePage: true },
        headers: { first: of('First'), default: of('Other') },
      },
    });
    expect(artifacts.map((texts) => texts[0])).toEqual(['First', 'Other']);
  });

  it('given a logo in the header, then it is told once, and drawn on each page from one copy', async () => {
    const { structure, content } = await written({
      body: ['{{title}}', new Paragraph({ text: '{{paper}}', pageBreakBefore: true })],
      section: {
        headers: { default: new Header({ children: [new Paragraph({ children: [logo('Us')] })] }) },
      },
    });
    expect(elementsOf(structure, 'Figure').filter(({ alt }) => alt === 'Us')).toHaveLength(1);
    expect(content.match(/\/Subtype \/Image/gu)).toHaveLength(1);
    expect(content.match(/\/I1 Do/gu)).toHaveLength(2);
  });

  it('given a picture without words, then it is a decoration, and whoever made the template is told', async () => {
    const { structure, notTaken } = await written({
      body: [new Paragraph({ children: [logo()] }), '{{title}}', '{{paper}}'],
    });
    expect(cover(structure).map(({ type }) => type)).toEqual(['H1']);
    expect(notTaken.join(' ')).toMatch(/Screen readers pass over .*\.png/u);
  });

  it('given pages of its own, then the PDF’s are as large, and lie the same way', async () => {
    const page = { size: { width: 10000, height: 14000, orientation: 'landscape' as const } };
    const { content } = await written({ section: { properties: { page } } });
    // Twentieths of a point.
    expect(content).toContain('/MediaBox [0 0 700 500]');
  });

  it('given styles, then words are as large as theirs, and of their colours', async () => {
    const { content } = await written({
      styles: {
        default: {
          document: { run: { size: 26, color: '223344' } },
          heading1: { run: { size: 34, color: '6A1B4D' } },
        },
      },
    });
    // 0x6a / 255 and so on; sizes of the section's heading and its sentence.
    expect(content).toMatch(/0\.4156\d* 0\.1058\d* 0\.3019\d* scn/u);
    expect(content).toMatch(/0\.1333\d* 0\.2 0\.2666\d* scn/u);
    expect(content).toMatch(/\/F\d 17 Tf/u);
    expect(content).toMatch(/\/F\d 13 Tf/u);
  });
});

describe('what of a template a PDF does not take', () => {
  it('given fonts, italics, faint words and columns, then each is said', async () => {
    const { notTaken } = await written({
      body: [
        new Paragraph({
          children: [new TextRun(faint)],
        }),
        '{{title}}',
        '{{paper}}',
      ],
      section: { properties: { column: { count: 2 } } },
    });
    expect(notTaken).toEqual([
      'The letters are Source Sans 3, which the file carries; the fonts of the template (Papyrus) are not taken.',
      'Words in #EEEEEE are darker or lighter than in the template: in their own colour they could not be read on their ground.',
      'Of the words of the template’s own are not taken: italics.',
      'Columns of text stand one below the other.',
    ]);
  });

  it('given a plain one, then nothing', async () => {
    expect((await written({})).notTaken).toEqual([]);
  });

  it('given a picture of another kind, then it is left out by name', async () => {
    const template = await changedParts(
      await aTemplate({
        body: [new Paragraph({ children: [logo('Us')] }), '{{title}}', '{{paper}}'],
      }),
      (parts) => {
        const [media = ''] = [...parts.keys()].filter((part) => part.startsWith('word/media/'));
        setText(parts, media, 'GIF89a and so on');
      },
    );
    const { structure, notTaken } = await written(template);
    expect(elementsOf(structure, 'Figure').filter(({ alt }) => alt === 'Us')).toEqual([]);
    expect(notTaken.join(' ')).toMatch(/Left out: \S+\.png\. Pictures .* PNG and JPEG\./u);
  });

  it('given words of a text box, then they stand where it is anchored', async () => {
    const box =
      '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>In a box: {{ordinal}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>';
    const template = await changedParts(
      await aTemplate({ body: ['Anchor', '{{title}}', '{{paper}}'] }),
      (parts) => {
        const text = textOf(parts, 'word/document.xml');
        setText(parts, 'word/document.xml', text.replace('</w:r></w:p>', `</w:r>${box}</w:p>`));
      },
    );
    const { structure, notTaken } = await written(template);
    expect(cover(structure).map(wordsOf)).toEqual(['Anchor', 'In a box: 20', paper.title]);
    expect(notTaken.join(' ')).toContain('without its frame');
  });

  it('given a list of contents, then it is left out, and the bookmarks are named', async () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const begin = `${field('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${field('separate')}`;
    const template = await changedParts(
      await aTemplate({ body: ['Contents here', 'More of them', '{{title}}', '{{paper}}'] }),
      (parts) => {
        const text = textOf(parts, 'word/document.xml');
        const opened = text.replace(/<w:r>(?=<w:t[^>]*>Contents here)/u, `${begin}<w:r>`);
        setText(
          parts,
          'word/document.xml',
          opened.replace(/(More of them<\/w:t><\/w:r>)/u, `$1${field('end')}`),
        );
      },
    );
    const { structure, notTaken } = await written(template);
    expect(cover(structure).map(wordsOf)).toEqual([paper.title]);
    expect(notTaken).toEqual(['The list of contents is left out: the PDF has bookmarks instead.']);
  });
});

describe('a template that no PDF is made in', () => {
  it('given what the Word paper refuses, then the same is refused', async () => {
    expect(await refusal(await aTemplate({ body: ['{{logo}}', '{{paper}}'] }))).toContain(
      'The template asks for {{logo}}',
    );
    expect(await refusal(new Uint8Array())).toContain('The template is empty');
  });

  it('given a damaged picture, then it is named', async () => {
    const template = await changedParts(
      await aTemplate({ body: [new Paragraph({ children: [logo('Us')] }), '{{paper}}'] }),
      (parts) => {
        const [media = ''] = [...parts.keys()].filter((part) => part.startsWith('word/media/'));
        parts.set(media, (parts.get(media) ?? new Uint8Array()).subarray(0, 45));
      },
    );
    expect(await refusal(template)).toMatch(
      /^A picture of the template cannot be taken: of word\/media\/\S+\.png, it ends too early\./u,
    );
  });

  it('given margins that leave no room, then it says how much there is, and what is accepted', async () => {
    const page = { margin: { left: 4000, right: 4000 } };
    // 11906 less 8000, in twentieths of a point; the height less two inches, and so on.
    expect(await refusal(await aTemplate({ section: { properties: { page } } }))).toMatch(
      /^A page of the template has 195 × \d+ points between its margins, its header and its footer; accepted are at least 250 × 200\.$/u,
    );
  });

  it('given the same template and paper again, then the same bytes', async () => {
    const template = await aTemplate({
      body: [new Paragraph({ children: [logo('Us')] }), '{{paper}}'],
    });
    const [one, other] = [await pdfPaperIn(template, paper), await pdfPaperIn(template, paper)];
    expect(Buffer.compare(rightOf(one).bytes, rightOf(other).bytes)).toBe(0);
  });
});
