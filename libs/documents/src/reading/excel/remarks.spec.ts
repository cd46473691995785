import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import {
  number,
  relationship,
  relationshipsPart,
  rowOf,
  stylesOf,
  words,
  type WorkbookForSpecs,
  xlsxOf,
} from '../testing/workbook.ts';

const documentOf = async (workbook: WorkbookForSpecs) => {
  const bytes = xlsxOf(workbook);
  const read = await readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const remarksOf = async (workbook: WorkbookForSpecs) => (await documentOf(workbook)).remarks;

const rows =
  rowOf(1, words('A1', 'No') + words('B1', 'Action')) +
  rowOf(2, number('A2', 1) + words('B2', 'Sing'));
const sheet = { name: 'Actions', rows };
const place = 'sheet “Actions”';

describe('given a workbook that holds more than words', () => {
  it('when sheets are hidden then they are not read, and how much they hold is said', async () => {
    const { blocks, remarks } = await documentOf({
      sheets: [
        { ...sheet, name: 'Old', state: 'hidden' },
        sheet,
        { name: 'Lists', rows: rowOf(1, words('A1', 'x')), state: 'veryHidden' },
        { name: 'Nothing', rows: rowOf(1, '<c r="A1"/>'), state: 'hidden' },
      ],
    });
    expect(blocks.map(({ text }) => text)).toEqual(['Actions', 'No', 'Action', '1', 'Sing']);
    expect(remarks).toEqual([
      {
        kind: 'hidden',
        place: 'sheet “Old”',
        words: 'The sheet is hidden and not read; it holds 2 rows.',
      },
      {
        kind: 'hidden',
        place: 'sheet “Lists”',
        words: 'The sheet is hidden and not read; it holds one row.',
      },
      {
        kind: 'hidden',
        place: 'sheet “Nothing”',
        words: 'The sheet is hidden and not read; it holds nothing.',
      },
    ]);
  });

  it('when rows and columns are hidden then they are read, and said', async () => {
    const row = (at: number, attributes = ''): string =>
      rowOf(at, words(`A${at}`, 'a') + words(`C${at}`, 'c'), attributes);
    const hidden = 'hidden="1"';
    const all =
      row(1) +
      row(2, hidden) +
      row(3, hidden) +
      row(4) +
      row(7, hidden) +
      rowOf(8, '', hidden) +
      row(9, 'ht="0"');
    const cols = '<cols><col min="2" max="3" hidden="1"/></cols>';
    const { blocks, remarks } = await documentOf({
      sheets: [{ name: 'Actions', rows: all, before: cols }],
    });
    expect(blocks).toHaveLength(1 + 6 * 2);
    expect(remarks.map((remark) => remark.words)).toEqual([
      'Rows 2–3, row 7 and row 9 are hidden; they are read.',
      'Column C is hidden; it is read.',
    ]);
  });

  it('when rows are filtered then they are read, and said', async () => {
    const remarks = await remarksOf({
      sheets: [
        {
          name: 'Actions',
          rows: rowOf(1, words('A1', 'a')) + rowOf(2, words('A2', 'b'), 'hidden="1"'),
          after: '<autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>',
        },
      ],
    });
    expect(remarks.map((remark) => remark.words)).toEqual([
      'Row 2 is hidden by a filter or by hand; it is read.',
    ]);
  });

  it('when cells hold errors, formulas without a result, or a day without its year then it is said', async () => {
    const remarks = await remarksOf({
      sheets: [
        {
          name: 'Actions',
          rows: rowOf(
            1,
            '<c r="A1" t="e"><f>B9/0</f><v>#REF!</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v/></c><c r="D1" t="str"><f>""</f><v></v></c>' +
              number('E1', 46_568, 1) +
              words('F1', 'secret', 2),
          ),
        },
      ],
      styles: stylesOf({ formats: [';;;'], cells: ['', 'numFmtId="16"', 'numFmtId="164"'] }),
    });
    expect(remarks).toEqual([
      {
        kind: 'doubtful',
        place: `${place}, cell A1`,
        block: 2,
        words: 'The cell holds the error #REF! and no value.',
      },
      ...['B1', 'C1'].map((cell) => ({
        kind: 'doubtful',
        place: `${place}, cell ${cell}`,
        words: 'The file has no result of this cell’s formula. Saved by Excel once, it has one.',
      })),
      {
        kind: 'doubtful',
        place: `${place}, cell E1`,
        block: 3,
        words: 'The cell shows no year; “30 June 2027” is the date that it holds.',
      },
      {
        kind: 'hidden',
        place: `${place}, cell F1`,
        block: 4,
        words: 'The cell’s number format hides “secret”; it is read.',
      },
    ]);
  });

  it('when very many cells are doubtful then the first fifty are told, and how many more there are', async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      rowOf(at + 1, `<c r="A${at + 1}" t="e"><v>#N/A</v></c>`),
    ).join('');
    const remarks = await remarksOf({ sheets: [{ name: 'Actions', rows: many }] });
    expect(remarks).toHaveLength(51);
    expect(remarks.at(-1)).toEqual({
      kind: 'doubtful',
      place,
      words: 'The same is true of 70 more cells after A50.',
    });
  });

  it('when cells have notes then who wrote what is said, with the cell', async () => {
    const remarks = await remarksOf({
      sheets: [{ ...sheet, relationships: relationship('c', 'comments', '../comments1.xml') }],
      parts: {
        'xl/comments1.xml':
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>J. Fox</author><author/></authors><commentList>' +
          '<comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>J. Fox:</t></r><r><t xml:space="preserve">\nIs this still amber?</t></r></text></comment>' +
          '<comment ref="Z9" authorId="1"><text><t>Alone</t></text></comment>' +
          '<comment ref="A1" authorId="7"><text><t> </t></text></comment></commentList></comments>',
      },
    });
    expect(remarks).toEqual([
      {
        kind: 'comment',
        place: `${place}, cell B2`,
        block: 5,
        words: 'Note by J. Fox: “Is this still amber?”',
      },
      { kind: 'comment', place: `${place}, cell Z9`, words: 'Note: “Alone”' },
    ]);
  });

  it('when cells have threads then each is said with its day, and not again by its older copy', async () => {
    const threads = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
    const remarks = await remarksOf({
      sheets: [
        {
          ...sheet,
          relationships:
            relationship('c', 'comments', '../comments1.xml') +
            relationship('t', 'threadedComment', '../threadedComments/one.xml'),
        },
      ],
      relationships: relationship('p', 'person', 'persons/person.xml'),
      parts: {
        'xl/persons/person.xml': `<personList xmlns="${threads}"><person id="{1}" displayName="Jo Hart"/></personList>`,
        'xl/threadedComments/one.xml':
          `<ThreadedComments xmlns="${threads}"><threadedComment ref="B2" dT="2027-05-03T10:00:00.00" personId="{1}" id="{a}"><text>Done?</text></threadedComment>` +
          '<threadedComment ref="B2" dT="2027-05-04T10:00:00.00" personId="{2}" id="{b}" parentId="{a}" done="1"><text>Yes</text></threadedComment></ThreadedComments>',
        'xl/comments1.xml':
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={a}</author></authors><commentList>' +
          '<comment ref="B2" authorId="0"><text><t>[Threaded comment] Done?</t></text></comment></commentList></comments>',
      },
    });
    expect(remarks.map((remark) => remark.words)).toEqual([
      'Comment by Jo Hart, 3 May 2027: “Done?”',
      'Reply, 4 May 2027 (resolved): “Yes”',
    ]);
  });

  it('when cells are links then where they lead is said; within the workbook is nowhere', async () => {
    const remarks = await remarksOf({
      sheets: [
        {
          name: 'Actions',
          rows: rowOf(
            1,
            words('A1', 'Details') +
              '<c r="B1" t="str"><f>HYPERLINK("https://b.example/","More")</f><v>More</v></c>',
          ),
          after:
            '<hyperlinks><hyperlink ref="A1" r:id="l"/><hyperlink ref="B1" location="Other!A1"/><hyperlink ref="C1" r:id="gone"/></hyperlinks>',
          relationships: relationship('l', 'hyperlink', 'https://a.example/?x=1&amp;y', 'External'),
        },
      ],
    });
    expect(remarks).toEqual([
      {
        kind: 'link',
        place: `${place}, cell A1`,
        block: 2,
        words: '“Details” leads to https://a.example/?x=1&y',
      },
      {
        kind: 'link',
        place: `${place}, cell B1`,
        block: 3,
        words: '“More” leads to https://b.example/',
      },
    ]);
  });

  it('when things are drawn over the cells then they are counted and named, and not read', async () => {
    const named = (name: string, what = 'nvPicPr'): string =>
      `<d:${what}><d:cNvPr id="1" ${name}/></d:${what}>`;
    const remarks = await remarksOf({
      sheets: [
        {
          ...sheet,
          relationships: relationship('d', 'drawing', '../drawings/drawing1.xml'),
          after: '<oleObjects><oleObject progId="Word.Document"/></oleObjects>',
        },
      ],
      parts: {
        'xl/drawings/drawing1.xml':
          '<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
          `<d:pic>${named('name="Picture 1" descr="The logo"')}</d:pic><d:pic>${named('name="Picture 2"')}</d:pic>` +
          `<d:graphicFrame>${named('name="Chart 1"', 'nvGraphicFramePr')}</d:graphicFrame>` +
          `<d:sp>${named('name="Box 1"', 'nvSpPr')}<d:txBody><a:p><a:r><a:t>Look</a:t></a:r></a:p><a:p><a:r><a:t>here</a:t></a:r></a:p></d:txBody></d:sp></d:wsDr>`,
      },
    });
    expect(remarks.map(({ kind, words: said }) => `${kind}: ${said}`)).toEqual([
      'not read: 2 pictures (The logo and Picture 2) are not read.',
      'not read: A chart or diagram (Chart 1) is not read.',
      'not read: A drawn shape (Box 1) is not read.',
      'not read: Words in a drawn shape: “Look here”',
      'not read: An embedded file is not read.',
    ]);
  });

  it('when pages have headers and footers then their words are said', async () => {
    const remarks = await remarksOf({
      sheets: [
        {
          ...sheet,
          after:
            '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;14Hart Vale&amp;RFish &amp;&amp; chips</oddHeader><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter><evenFooter>&amp;C&amp;P</evenFooter></headerFooter>',
        },
      ],
    });
    expect(remarks.map(({ kind, words: said }) => `${kind}: ${said}`)).toEqual([
      'around the page: Header: “Hart Vale | Fish & chips”',
      'around the page: Footer: “Page … of …”',
    ]);
  });

  it('when it draws on other workbooks or is a sheet of a chart then nothing is fetched, and it is said', async () => {
    const remarks = await remarksOf({
      sheets: [sheet],
      relationships:
        relationship('e', 'externalLink', 'externalLinks/externalLink1.xml') +
        relationship('k', 'connections', 'connections.xml') +
        relationship('ch', 'chartsheet', 'chartsheets/sheet1.xml'),
      parts: {
        'xl/workbook.xml':
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Chart" r:id="ch"/><sheet name="Actions" r:id="s1"/></sheets></workbook>',
        'xl/worksheets/_rels/sheet1.xml.rels': relationshipsPart(''),
      },
    });
    expect(remarks).toEqual([
      { kind: 'not read', place: 'sheet “Chart”', words: 'The sheet is a chart; it is not read.' },
      {
        kind: 'link',
        place: '',
        words:
          'The workbook draws on another workbook, which is not fetched: values are those that were saved with it.',
      },
      {
        kind: 'not read',
        place: '',
        words:
          'The workbook draws on data from elsewhere, which are not fetched: values are those that were saved with it.',
      },
    ]);
  });
});
