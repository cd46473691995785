import { describe, expect, it } from 'vitest';
import type { BoardPaper, PaperBlock } from '../paper/board-paper.ts';
import { aTable, bars, nasty, paperWith } from '../testing/nasty-paper.ts';
import { pdfPaper } from './pdf-paper.ts';
import type { PdfValue } from './testing/pdf-values.ts';
import {
  childrenOf,
  elementsOf,
  ofType,
  pagesOf,
  readPdf,
  type ReadPdf,
  type Tagged,
  valueAt,
  wordsOf,
} from './testing/read-structure.ts';

const read = async (paper: BoardPaper): Promise<ReadPdf> =>
  readPdf(await pdfPaper(paper, { compress: false }));

const textOf = (value: PdfValue | undefined): string =>
  value?._tag === 'Text' ? value.text : (value?._tag ?? '');

const words = (...paragraphs: ReadonlyArray<string>) => ({ _tag: 'Words', paragraphs }) as const;

const red = { _tag: 'Rating', rating: { word: 'Red', tone: 'red' } } as const;

/** A table of as many rows; the words of each action are what `action` says. */
const tableWith = (rows: number, action: (row: number) => string): PaperBlock => ({
  _tag: 'Table',
  summary: 'The actions of priority 1.',
  columns: ['Ref', 'Action', 'Rating'].map((head) => ({ head, share: 1, align: 'start' })),
  rows: Array.from({ length: rows }, (_, row) => [words(`no. ${row}`), words(action(row)), red]),
  rowHead: 0,
});

const heading = (level: 2 | 3, text: string): PaperBlock => ({
  _tag: 'Heading',
  level,
  words: text,
});
const paragraph = (text: string): PaperBlock => ({ _tag: 'Paragraph', words: text });

/** The outline of a structure: "Table(THead(TR(TH TH)))". */
const outline = (element: Tagged): string => {
  const children = childrenOf(element).map(outline);
  return children.length === 0 ? element.type : `${element.type}(${children.join(' ')})`;
};

const rowsOf = ({ structure }: ReadPdf): ReadonlyArray<Tagged> =>
  elementsOf(structure, 'TBody').flatMap(childrenOf);

describe('what a PDF paper says to who cannot see it', () => {
  it('given a paper, then its structure has its parts in their order', async () => {
    const { structure } = await read(
      paperWith(
        paragraph('One action.'),
        aTable,
        { _tag: 'Bullets', items: ['first', 'second'] },
        heading(2, 'Part'),
        heading(3, 'Smaller part'),
        bars,
      ),
    );
    const item = 'LI(Lbl LBody)';
    expect(outline(structure)).toBe(
      // Title, subtitle, two lines of standing; the section; the last line of all.
      `Document(H1 P P P Sect(H2 P Table(THead(TR(TH TH TH TH)) TBody(TR(TH TD(P P) TD TD))) ` +
        `L(${item} ${item}) H3 H4 P Figure) P)`,
    );
    expect(elementsOf(structure, 'LI').map(wordsOf)).toEqual(['•first', '•second']);
  });

  it('given a table, then its heads say what they are heads of, and every word is in its cell', async () => {
    const { structure } = await read(paperWith(aTable));
    expect(elementsOf(structure, 'Table')[0]?.title).toBe('One action');
    expect(elementsOf(structure, 'TH').map((head) => [head.scope, wordsOf(head)])).toEqual([
      ['Column', 'Ref'],
      ['Column', 'Action | what'],
      ['Column', 'Rating'],
      ['Column', 'Days'],
      ['Row', '27'],
    ]);
    const [action, rating, days] = elementsOf(structure, 'TD');
    expect(childrenOf(action ?? structure).map(wordsOf)).toEqual(['Open <the> grounds', 'a | b']);
    expect(wordsOf(rating ?? structure)).toBe('Amber/Green');
    expect(wordsOf(days ?? structure)).toBe('12');
  });

  it('given a picture, then it is told in words', async () => {
    const { structure } = await read(paperWith(bars));
    expect(elementsOf(structure, 'Figure').map(({ alt }) => alt)).toEqual(['Bars: Red 2, Green 1']);
  });

  it('given any of it, then nothing stands outside the structure but what belongs to the page', async () => {
    const pdf = await read(paperWith(paragraph(nasty), aTable, bars));
    expect(pdf.astray).toEqual([]);
    expect(pdf.artifacts.flat().every((text) => /Page \d of \d$/u.test(text))).toBe(true);
  });

  it('given a level of headings without the one above it, then none is left out', async () => {
    const { structure } = await read(paperWith(heading(3, 'Part'), aTable));
    expect(elementsOf(structure, 'H3').map(wordsOf)).toEqual(['Part']);
  });

  it('given words of many kinds, then they are read as they were written', async () => {
    const text = 'Tŷ Hafan, Łódź, Gàidhlig: “≤ 5 %” → ½ • ‘done’ – Ünal & <Söhne> (a\\b)';
    const { structure } = await read(paperWith(paragraph(text)));
    expect(wordsOf(childrenOf(elementsOf(structure, 'Sect')[0] ?? structure)[1] ?? structure)).toBe(
      text,
    );
  });

  it('given characters that the font lacks, then who hears it hears them, and who sees it is told', async () => {
    const { structure } = await read(paperWith(paragraph('Ask 日本 first'), aTable));
    expect(elementsOf(structure, 'P').find(({ actual }) => actual !== undefined)).toMatchObject({
      actual: 'Ask 日本 first',
      content: ['Ask □□ first'],
    });
    expect(wordsOf(structure)).toContain('lack: 2 characters');
  });

  it('given an address in the words, then it is a link, and nothing else is', async () => {
    const pdf = await read(
      paperWith(paragraph('See https://harbour.example/plan (javascript:alert(1)).')),
    );
    expect(elementsOf(pdf.structure, 'Link').map(wordsOf)).toEqual([
      'https://harbour.example/plan',
    ]);
    const links = ofType(pdf, 'Annot');
    expect(links.map((link) => textOf(link.get('Contents')))).toEqual([
      'Link to https://harbour.example/plan',
    ]);
    expect(links[0]?.has('StructParent')).toBe(true);
  });
});

describe('the pages of a PDF paper', () => {
  const many = read(paperWith(tableWith(120, (row) => `Do ${'what was agreed '.repeat(row % 9)}`)));

  it('given a long table, then its heads stand on every page, and are told once', async () => {
    const pdf = await many;
    const pages = pdf.artifacts.slice(1);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.every((texts) => texts.includes('RefActionRating'))).toBe(true);
    expect(elementsOf(pdf.structure, 'THead').map(pagesOf)).toEqual([[1]]);
  });

  it('given rows that a page holds, then none is split, and none is lost', async () => {
    const rows = rowsOf(await many);
    expect(rows.map((row) => pagesOf(row).length)).toEqual(rows.map(() => 1));
    expect(rows.map((row) => wordsOf(childrenOf(row)[0] ?? row))).toEqual(
      Array.from({ length: 120 }, (_, row) => `no. ${row}`),
    );
  });

  it('given a row that no page holds, then it goes on, and says again whose it is and how it is rated', async () => {
    const long = 'We will do all that was agreed, and say so. '.repeat(400).trim();
    const pdf = await read(paperWith(tableWith(2, (row) => (row === 0 ? long : 'Short'))));
    const [first, second] = rowsOf(pdf);
    const pages = pagesOf(first ?? pdf.structure);
    expect(pages.length).toBeGreaterThan(1);
    expect(wordsOf(childrenOf(first ?? pdf.structure)[1] ?? pdf.structure)).toBe(long);
    for (const page of pages.slice(1)) expect(pdf.artifacts[page - 1]).toContain('no. 0Red');
    expect(pagesOf(second ?? pdf.structure)).toHaveLength(1);
  });

  it('given any place on a page, then a heading and the sentence below it stay with their table', async () => {
    for (const before of [24, 27, 28, 29, 30, 31, 32, 33, 34]) {
      const filling = Array.from({ length: before }, () => paragraph('Words.'));
      const { structure } = await read(
        paperWith(
          ...filling,
          heading(2, 'Part'),
          paragraph('Two actions.'),
          tableWith(2, () => 'Do'),
        ),
      );
      const part = pagesOf(elementsOf(structure, 'H3')[0] ?? structure);
      const table = elementsOf(structure, 'TR').slice(0, 2).flatMap(pagesOf);
      expect([part, ...table]).toEqual([part, ...table.map(() => part[0])]);
    }
  });

  it('given several pages, then each says which of how many it is, of what and as of when', async () => {
    const { artifacts } = await many;
    artifacts.forEach((texts, index) => {
      expect(texts.at(-1)).toMatch(/^Harbour .*Page \d+ of \d+$/u);
      expect(texts.at(-1)).toContain(`Page ${index + 1} of ${artifacts.length}`);
    });
  });

  it('given few columns, then pages stand upright; given many, then across', async () => {
    const wide: PaperBlock = {
      ...{ _tag: 'Table', summary: 'Wide', rowHead: 0 },
      columns: Array.from({ length: 7 }, (_, index) => ({
        ...{ head: `Column ${index}`, share: 1, align: 'start' },
      })),
      rows: [Array.from({ length: 7 }, () => words('x'))],
    };
    const turned = async (block: PaperBlock): Promise<ReadonlyArray<boolean>> =>
      ofType(await read(paperWith(block)), 'Page').map((page) => {
        const box = page.get('MediaBox');
        const [, , width, height] = box?._tag === 'List' ? box.items : [];
        return (
          width?._tag === 'Number' && height?._tag === 'Number' && width.number > height.number
        );
      });
    expect(await turned(aTable)).toEqual([false]);
    expect(await turned(wide)).toEqual([false, true]);
  });
});

describe('what a PDF paper says of itself', () => {
  const paper = paperWith(heading(2, 'Part'), aTable);

  it('given a paper, then its language, its title, and that it is tagged', async () => {
    const pdf = await read(paper);
    expect(textOf(valueAt(pdf, 'Lang'))).toBe('en-GB');
    expect(valueAt(pdf, 'MarkInfo', 'Marked')).toEqual({ _tag: 'Other', written: 'true' });
    expect(valueAt(pdf, 'ViewerPreferences', 'DisplayDocTitle')).toEqual({
      ...{ _tag: 'Other', written: 'true' },
    });
    const metadata = Array.from(pdf.objects.values()).find(({ stream }) =>
      stream?.includes('xmpmeta'),
    );
    expect(metadata?.stream).toContain('Harbour &lt;b onclick="x"&gt;&amp; "quoted"');
    expect(metadata?.stream).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('given a paper, then every font is in it', async () => {
    const fonts = ofType(await read(paper), 'FontDescriptor');
    expect(fonts).toHaveLength(2);
    expect(fonts.every((font) => font.has('FontFile2'))).toBe(true);
  });

  it('given headings, then bookmarks lead to them', async () => {
    const pdf = await read(paper);
    expect(textOf(valueAt(pdf, 'Outlines', 'First', 'Title'))).toBe('Actions by priority');
    expect(textOf(valueAt(pdf, 'Outlines', 'First', 'First', 'Title'))).toBe('Part');
  });

  it('given the same paper, then the same bytes; given another day, then others', async () => {
    const later = { ...paper, about: { ...paper.about, madeOn: paper.about.asOf } };
    const [one, again, other] = [
      await pdfPaper(paper),
      await pdfPaper(paper),
      await pdfPaper(later),
    ];
    expect(Buffer.from(one).equals(again)).toBe(true);
    expect(Buffer.from(one).equals(other)).toBe(false);
    expect(Buffer.from(one).toString('latin1')).toContain('D:20260701000000Z');
  });

  it('given what it was made from, then it says so as other copies do', async () => {
    const text = Buffer.from(await pdfPaper(paper)).toString('latin1');
    for (const name of ['plan', 'ordinal', 'asOf', 'form'])
      expect(text).toContain(`/Trackrecord.${name} `);
  });
});
