import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { zipOf } from '../testing/zip.ts';
import {
  bare,
  number,
  relationship,
  relationshipsPart,
  rowOf,
  solid,
  stylesOf,
  words,
  type WorkbookForSpecs,
  workbookParts,
  xlsxOf,
} from '../testing/workbook.ts';

const documentOf = async (bytes: Uint8Array) => {
  const read = await readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  return read.right;
};

const read = (workbook: WorkbookForSpecs) => documentOf(xlsxOf(workbook));

/** Each block's cell and words: "1 C7 words"; a merged cell with its span. */
const told = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
  blocks.map(({ kind, place, table, text, marker }) => {
    const span =
      table?.columns === undefined && table?.rows === undefined
        ? ''
        : ` (${table.columns ?? 1}×${table.rows ?? 1})`;
    const at = table === undefined ? kind : `${table.table} ${place?.split(' ').at(-1) ?? ''}`;
    return `${at}${span}|${marker === undefined ? '' : `${marker}|`}${text}`;
  });

const plain = stylesOf({ cells: ['numFmtId="0"', 'numFmtId="14"', 'numFmtId="9"'] });

describe('given a workbook', () => {
  it('when it has one sheet that nobody named then its cells are one table, in rows', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows:
            rowOf(2, words('B2', 'No') + words('C2', 'Action') + words('D2', 'Due')) +
            rowOf(5, number('B5', 27) + words('C5', 'Sing') + number('D5', 46_568, 1)),
        },
      ],
      styles: plain,
    });
    expect(told(document)).toEqual([
      '1 B2|No',
      '1 C2|Action',
      '1 D2|Due',
      '1 B5|27',
      '1 C5|Sing',
      '1 D5|30 June 2027',
    ]);
    expect(document.blocks[3]).toMatchObject({
      kind: 'cell',
      table: { table: 1, row: 5, column: 2 },
      place: 'sheet “Sheet1”, cell B5',
    });
    expect(document.remarks).toEqual([]);
    expect(document.properties).toBeUndefined();
  });

  it.each(['Sheet 1', 'Tabelle1', 'Feuil1', 'sheet1', 'Sheet'])(
    'when its only sheet is called “%s” then it has no heading',
    async (name) => {
      const document = await read({ sheets: [{ name, rows: rowOf(1, words('A1', 'x')) }] });
      expect(told(document)).toEqual(['1 A1|x']);
    },
  );

  it('when its sheets have names then each begins with a heading and is a table of its own', async () => {
    const row = rowOf(1, words('A1', 'x'));
    const document = await read({
      sheets: [
        { name: 'Sheet1', rows: row },
        { name: 'Health & “care”', rows: row },
        { name: 'Empty' },
      ],
    });
    expect(told(document)).toEqual([
      'heading|Sheet1',
      '1 A1|x',
      'heading|Health & “care”',
      '2 A1|x',
    ]);
    expect(document.blocks[2]).toMatchObject({ level: 1, place: 'sheet “Health & “care””' });
    expect(document.remarks).toEqual([
      { kind: 'not read', place: 'sheet “Empty”', words: 'The sheet has no words.' },
    ]);
  });

  it('when only one of its sheets has words and nobody named it then it has no heading', async () => {
    const document = await read({
      sheets: [
        { name: 'Sheet1', rows: rowOf(1, words('A1', 'x')) },
        { name: 'Sheet2' },
        { name: 'Sheet3' },
      ],
    });
    expect(told(document)).toEqual(['1 A1|x']);
  });

  it('when its cells are of every kind then each is told in words', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows:
            rowOf(
              1,
              '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c>' +
                '<c r="D1" t="b"><v>0</v></c><c r="E1" t="str"><f>A1</f><v>made</v></c><c r="F1"><f>1+1</f><v>2</v></c>' +
                '<c r="G1" s="2"><v>0.25</v></c><c r="H1" t="d" s="1"><v>2027-06-30T00:00:00</v></c>',
            ) + rowOf(2, '<c t="d"><v>2027-07-01</v></c><c><v>-1.5e3</v></c>'),
        },
      ],
      strings: [
        'shared <words>',
        '<r><t xml:space="preserve">in </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh>',
      ],
      styles: plain,
    });
    expect(told(document)).toEqual([
      '1 A1|shared <words>',
      '1 B1|in runs',
      '1 C1|TRUE',
      '1 D1|FALSE',
      '1 E1|made',
      '1 F1|2',
      '1 G1|25%',
      '1 H1|30 June 2027',
      '1 A2|1 July 2027',
      '1 B2|-1500',
      ...['C2', 'D2', 'E2', 'F2', 'G2', 'H2'].map((cell) => `1 ${cell}|`),
    ]);
  });

  it('when words are in a font of signs then they are the signs that people see', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows: rowOf(
            1,
            words('A1', 'l', 1) +
              '<c r="B1" t="str" s="1"><f>IF(1,"ü","")</f><v>ü</v></c>' +
              '<c r="C1" t="s" s="1"><v>0</v></c><c r="D1" t="s"><v>1</v></c>' +
              number('E1', 5, 1) +
              words('F1', 'l', 2),
          ),
        },
      ],
      strings: [
        '<r><rPr><rFont val="Calibri"/></rPr><t>l</t></r>',
        '<r><t>l </t></r><r><rPr><rFont val="Wingdings"/><color rgb="FFFF0000"/></rPr><t>n</t></r><r><t> l</t></r>',
      ],
      styles: stylesOf({
        fonts: ['<name val="Calibri"/>', '<name val="Wingdings"/>', '<name val="Arial"/>'],
        cells: ['', 'fontId="1"', 'fontId="2"'],
      }),
    });
    // Wingdings draws 6C as a disc, 6E as a square, FC as a tick.
    expect(told(document)).toEqual([
      '1 A1|●',
      '1 B1|✓',
      '1 C1|l',
      '1 D1|l ■ l',
      '1 E1|5',
      '1 F1|l',
    ]);
  });

  it('when days are counted from 1904 then dates are what they were', async () => {
    const document = await read({
      sheets: [{ name: 'Sheet1', rows: rowOf(1, number('A1', 46_568 - 1_462, 1)) }],
      styles: plain,
      properties: '<workbookPr date1904="1"/>',
    });
    expect(told(document)).toEqual(['1 A1|30 June 2027']);
  });

  it('when a cell has several lines then each is a piece of it, list items with their markers', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows: rowOf(
            1,
            words('A1', 'Open the hall:\n• Friday\r\n\n12. Saturday_x000D_late') +
              words('B1', '\n'),
          ),
        },
      ],
    });
    expect(told(document)).toEqual([
      '1 A1|Open the hall:',
      '1 A1|•|Friday',
      '1 A1|12.|Saturday',
      '1 A1|late',
    ]);
  });

  it('when cells are merged then one has their span, and the others no piece', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows:
            rowOf(1, words('A1', 'Plan')) +
            rowOf(2, words('A2', 'Health') + words('B2', 'a') + words('C2', 'b')) +
            rowOf(3, words('A3', 'under') + words('B3', 'c')) +
            rowOf(4, words('B4', 'd')),
          after:
            '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B4:XFD1048576"/><mergeCell ref="x"/></mergeCells>',
        },
      ],
    });
    expect(told(document)).toEqual([
      '1 A1 (3×1)|Plan',
      '1 A2 (1×2)|Health',
      '1 B2|a',
      '1 C2|b',
      '1 B3|c',
      '1 C3|',
      '1 A4|',
      '1 B4 (500×100000)|d',
    ]);
    expect(document.remarks).toEqual([
      {
        kind: 'hidden',
        place: 'sheet “Sheet1”, cell A3',
        words: 'A merged cell covers this one; its “under” is not read.',
      },
    ]);
  });

  it('when a row has words in the first column alone then they are prose, and a row of the table is none', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows:
            rowOf(1, words('A1', 'Priority 1: Safe')) +
            rowOf(2, words('A2', 'Ref') + words('B2', 'Action')) +
            rowOf(3, words('A3', '1') + words('B3', 'Light the paths')) +
            rowOf(4, words('B4', 'and mend them')) +
            rowOf(5, words('A5', '· Ask the young')),
        },
      ],
    });
    expect(told(document)).toEqual([
      'paragraph|Priority 1: Safe',
      '1 A2|Ref',
      '1 B2|Action',
      '1 A3|1',
      '1 B3|Light the paths',
      '1 A4|',
      '1 B4|and mend them',
      'list item|·|Ask the young',
    ]);
  });

  it('when rows or columns hold nothing then they have no pieces, and empty cells between words have', async () => {
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          rows:
            rowOf(1, words('A1', 'a') + words('D1', 'd')) +
            rowOf(2, bare('A2', 0) + bare('XFD2', 0)) +
            rowOf(3, words('B3', ' ') + words('D3', 'e')),
        },
      ],
      styles: plain,
    });
    expect(told(document)).toEqual(['1 A1|a', '1 D1|d', '1 A3|', '1 D3|e']);
  });

  it('when a whole sheet is laid out and little of it filled then only that is told', async () => {
    const styles = stylesOf({ fills: ['', solid('rgb="FF00B050"')], cells: ['', 'fillId="1"'] });
    const far = Array.from({ length: 3_000 }, (_, at) =>
      rowOf(at + 10, bare(`B${at + 10}`, 1)),
    ).join('');
    const document = await read({
      sheets: [
        {
          name: 'Sheet1',
          before:
            '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" style="0"/></cols>',
          rows: rowOf(1, words('A1', 'a')) + far + rowOf(1_048_576, bare('XFD1048576', 1)),
        },
      ],
      styles,
    });
    // Words alone in the first column are prose; colours within twenty rows of the last words: rows 10 to 21.
    expect(document.blocks).toHaveLength(1 + 12 * 2);
    expect(document.remarks.map(({ words: said }) => said)).toEqual([
      'Rows 22–3009: coloured, without words, and left out.',
      'One coloured cell without words, far to the right of all words, is left out.',
    ]);
  });

  it('when it is written as the strict standard has it then it is read all the same', async () => {
    const strict = Object.entries(
      workbookParts({
        sheets: [{ name: 'Sheet1', rows: rowOf(1, number('A1', 46_568, 1)) }],
        styles: plain,
      }),
    ).map(([part, text]): [string, string] => [
      part,
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]);
    expect(told(await documentOf(zipOf(Object.fromEntries(strict))))).toEqual([
      '1 A1|30 June 2027',
    ]);
  });

  it('when its parts stand elsewhere and use other prefixes then they are found', async () => {
    const namespace = 'xmlns:m="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const document = await documentOf(
      zipOf({
        '_rels/.rels': relationshipsPart(relationship('r1', 'officeDocument', '/books/book.xml')),
        'books/book.xml': `<m:workbook ${namespace} xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><m:sheets><m:sheet name="Sheet1" q:id="a"/></m:sheets></m:workbook>`,
        'books/_rels/book.xml.rels': relationshipsPart(
          relationship('a', 'worksheet', '../xl/../xl/one.xml'),
        ),
        'xl/one.xml': `<m:worksheet ${namespace}><m:sheetData><m:row><m:c><m:v>5</m:v></m:c></m:row></m:sheetData></m:worksheet>`,
      }),
    );
    expect(told(document)).toEqual(['1 A1|5']);
  });

  it('when its parts are named with backslashes, other capitals or signs by number then they are found', async () => {
    const parts = workbookParts({
      sheets: [{ name: 'Actions', rows: rowOf(1, words('A1', 'x')) }],
    });
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...others } = parts;
    const moved = {
      ...others,
      'xl/Work Sheets/Sheet1.xml': sheet,
      'xl/_rels/workbook.xml.rels': relationshipsPart(
        relationship('s1', 'worksheet', '\\xl\\work%20sheets\\sheet1.xml'),
      ),
    };
    expect(told(await documentOf(zipOf(moved)))).toEqual(['heading|Actions', '1 A1|x']);
  });

  it('when somebody gave it properties then they come with it', async () => {
    const parts = {
      '_rels/.rels': relationshipsPart(
        relationship('r1', 'officeDocument', 'xl/workbook.xml') +
          relationship('r2', 'custom-properties', 'docProps/mine.xml'),
      ),
      'docProps/mine.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="x" pid="2" name="trackrecord"><vt:lpwstr>plan 7</vt:lpwstr></property></Properties>',
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Hart Vale</dc:title></cp:coreProperties>',
    };
    const document = await read({
      sheets: [{ name: 'Sheet1', rows: rowOf(1, words('A1', 'x')) }],
      parts,
    });
    expect(document.properties).toEqual({ trackrecord: 'plan 7', 'dc:title': 'Hart Vale' });
  });

  it('when it is long then its reader says how far it has come, never backwards', async () => {
    const rows = Array.from({ length: 9_000 }, (_, at) =>
      rowOf(at + 1, number(`A${at + 1}`, at)),
    ).join('');
    const steps: Array<readonly [number, number]> = [];
    await readFile({
      name: 'plan.xlsx',
      bytes: xlsxOf({
        sheets: [
          { name: 'A', rows },
          { name: 'B', rows },
        ],
      }),
      progress: (done, of) => steps.push([done, of]),
    });
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(steps.every(([done, of]) => of === 200 && done <= of)).toBe(true);
    expect(steps.map(([done]) => done)).toEqual(
      steps.map(([done]) => done).toSorted((a, b) => a - b),
    );
  });
});
