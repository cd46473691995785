import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { zipOf } from '../testing/zip.ts';
import {
  bare,
  number,
  relationship,
  rowOf,
  solid,
  stylesOf,
  words,
  type WorkbookForSpecs,
  workbookParts,
  xlsxOf,
} from '../testing/workbook.ts';

const read = (bytes: Uint8Array) =>
  readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });

const refusalOf = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return E.isLeft(answer) ? answer.left : { _tag: 'read', blocks: answer.right.blocks.length };
};

const withRows = (rows: string, besides: Partial<WorkbookForSpecs> = {}): Uint8Array =>
  xlsxOf({ sheets: [{ name: 'Actions', rows }], ...besides });

const rowAnd = (cell: string): string => rowOf(1, words('A1', 'x')) + rowOf(7, cell);

describe('given a workbook with damage', () => {
  it.each([
    [
      'a shared text',
      '<c r="C7" t="s"><v>2</v></c>',
      'sheet “Actions”, cell C7',
      'it refers to shared text 2, which is not there',
    ],
    [
      'a shared text that is no number',
      '<c r="C7" t="s"><v>two</v></c>',
      'sheet “Actions”, cell C7',
      'it refers to shared text two, which is not there',
    ],
    [
      'a style',
      '<c r="C7" s="9"><v>2</v></c>',
      'sheet “Actions”, cell C7',
      'it refers to style 9, which is not there',
    ],
    [
      'a style that is no number',
      '<c r="C7" s="-1"><v>2</v></c>',
      'sheet “Actions”, cell C7',
      'it refers to style -1, which is not there',
    ],
    [
      'a number',
      '<c r="C7"><v>12x</v></c>',
      'sheet “Actions”, cell C7',
      'it holds “12x” where a number stands',
    ],
    [
      'a number without end',
      '<c r="C7"><v>1e999</v></c>',
      'sheet “Actions”, cell C7',
      'it holds “1e999” where a number stands',
    ],
    [
      'a truth',
      '<c r="C7" t="b"><v>maybe</v></c>',
      'sheet “Actions”, cell C7',
      'it holds “maybe” where TRUE or FALSE stands',
    ],
    [
      'a date',
      '<c r="C7" t="d"><v>2027-02-30</v></c>',
      'sheet “Actions”, cell C7',
      'it holds “2027-02-30” where a date stands',
    ],
    [
      'a kind of cell',
      '<c r="C7" t="constructor"><v>1</v></c>',
      'sheet “Actions”, cell C7',
      'its kind is “constructor”',
    ],
    ['a cell of another row', '<c r="C8"><v>1</v></c>', 'sheet “Actions”', 'row 7 has a cell “C8”'],
    [
      'a cell that is none',
      '<c r="XFE7"><v>1</v></c>',
      'sheet “Actions”',
      'row 7 has a cell “XFE7”',
    ],
    [
      'a cell twice',
      '<c r="C7"><v>1</v></c><c r="C7"><v>2</v></c>',
      'sheet “Actions”',
      'row 7 has a cell “C7” after column C',
    ],
  ])('when %s is wrong then it is refused with its cell', async (_, cell, part, seen) => {
    const refusal = await refusalOf(
      withRows(rowAnd(cell), { strings: ['a', 'b'], styles: stylesOf({ cells: [''] }) }),
    );
    expect(refusal).toMatchObject({ _tag: 'Damaged', name: 'plan.xlsx', part, seen });
  });

  it.each([
    ['twice', rowOf(2, '') + rowOf(2, ''), 'row “2” comes after row 2'],
    ['backwards', rowOf(3, '') + rowOf(2, ''), 'row “2” comes after row 3'],
    ['beyond the last', rowOf(1_048_577, ''), 'row “1048577” comes after row 0'],
    ['by no number', '<row r="two"/>', 'row “two” comes after row 0'],
  ])('when its rows come %s then it is refused with the row', async (_, rows, seen) => {
    expect(await refusalOf(withRows(rows))).toMatchObject({
      _tag: 'Damaged',
      part: 'sheet “Actions”',
      seen,
    });
  });

  it('when it has too many rows, columns, cells or layouts then it is refused with how many', async () => {
    const limit = (bytes: Uint8Array) => refusalOf(bytes);
    expect(await limit(withRows(rowOf(1, words('SG1', 'x'))))).toEqual({
      _tag: 'OverLimit',
      name: 'plan.xlsx',
      part: 'sheet “Actions”',
      what: 'columns',
      seen: 501,
      limit: 500,
    });
    // Twenty columns with words somewhere make twenty pieces of each of 39,000 rows.
    const wide =
      rowOf(1, Array.from({ length: 20 }, () => '<c><v>1</v></c>').join('')) +
      Array.from({ length: 39_000 }, () => '<row><c/><c><v>1</v></c></row>').join('');
    expect(await limit(withRows(wide))).toMatchObject({ _tag: 'TooManyBlocks', limit: 600_000 });
    const ranges = Array.from({ length: 10_001 }, () => 'A1').join(' ');
    const after = `<conditionalFormatting sqref="${ranges}"><cfRule type="dataBar"/></conditionalFormatting>`;
    expect(
      await limit(
        xlsxOf({ sheets: [{ name: 'Actions', rows: rowOf(1, words('A1', 'x')), after }] }),
      ),
    ).toMatchObject({ _tag: 'OverLimit', what: 'ranges of cells that rules colour', seen: 10_001 });
  });

  it('when it lists a sheet or a part that is not in it then it is refused by name', async () => {
    const whole = workbookParts({
      sheets: [{ name: 'Actions', rows: rowOf(1, words('A1', 'x')) }],
      styles: stylesOf({ cells: [''] }),
      strings: ['a'],
      theme: '',
    });
    const without = (part: string) =>
      refusalOf(zipOf(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== part))));
    for (const part of [
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/theme/theme1.xml',
      'xl/workbook.xml',
    ])
      expect(await without(part)).toMatchObject({
        _tag: 'Damaged',
        part,
        seen: 'the part is missing',
      });
    expect(await without('xl/_rels/workbook.xml.rels')).toMatchObject({
      _tag: 'Damaged',
      part: 'xl/workbook.xml',
      seen: 'sheet “Actions” refers to “s1”, which is not there',
    });
  });

  it('when a part is broken XML then it is refused with the part and the place in it', async () => {
    const parts = {
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row></sheetData></worksheet>',
    };
    expect(await refusalOf(withRows('', { parts }))).toMatchObject({
      _tag: 'Damaged',
      part: 'xl/worksheets/sheet1.xml',
    });
  });

  it('when no sheet has words then it is refused as empty', async () => {
    expect(await refusalOf(withRows(''))).toEqual({ _tag: 'EmptyFile', name: 'plan.xlsx' });
    expect(await refusalOf(xlsxOf({ sheets: [] }))).toEqual({
      _tag: 'EmptyFile',
      name: 'plan.xlsx',
    });
  });
});

/** A workbook with some of everything. */
const rich: WorkbookForSpecs = {
  sheets: [
    {
      name: 'Actions',
      before: '<cols><col min="2" max="2" width="9" style="1" hidden="1"/></cols>',
      rows:
        rowOf(
          1,
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>HYPERLINK("https://a.example","x")</f><v>x</v></c>',
        ) +
        rowOf(
          2,
          number('A2', 46_568, 2) +
            words('B2', 'Red') +
            bare('C2', 1) +
            '<c r="D2" t="e"><v>#N/A</v></c>',
          'hidden="1"',
        ) +
        rowOf(
          4,
          number('A4', 0.5, 3) + '<c r="B4" t="b"><v>1</v></c><c r="C4"><f>1+1</f></c>',
          's="1" customFormat="1"',
        ),
      after:
        '<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A2:A4"/></mergeCells>' +
        '<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" operator="equal" dxfId="0" priority="1"><formula>"Red"</formula></cfRule>' +
        '<cfRule type="expression" dxfId="0" priority="2"><formula>LEFT($B2,1)="A"</formula></cfRule></conditionalFormatting>' +
        '<hyperlinks><hyperlink ref="B2" r:id="l"/></hyperlinks><headerFooter><oddHeader>&amp;CPlan</oddHeader></headerFooter>',
      relationships:
        relationship('l', 'hyperlink', 'https://a.example', 'External') +
        relationship('c', 'comments', '../comments1.xml'),
    },
    { name: 'Old', rows: rowOf(1, words('A1', 'x')), state: 'hidden' },
  ],
  strings: ['No', '<r><rPr><color rgb="FFFF0000"/></rPr><t>Action</t></r>'],
  styles: stylesOf({
    fills: ['', solid('theme="4" tint="0.4"'), '<gradientFill/>'],
    fonts: ['', '<color indexed="10"/><strike/>'],
    formats: ['d-mmm'],
    cells: ['', 'fillId="1"', 'numFmtId="164" fontId="1"', 'numFmtId="10" fillId="2"'],
    rules: ['<fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill>'],
  }),
  theme: '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1>',
  parts: {
    'xl/comments1.xml':
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>J</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Why?</t></text></comment></commentList></comments>',
  },
};

/** Words in place of others somewhere in a part: numbers, names of attributes and elements, signs. */
const mutation = fc.record({
  part: fc.nat(),
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 30 }),
  instead: fc.constantFrom(
    '',
    '<',
    '>',
    '"',
    '&',
    '-1',
    '1e99',
    'NaN',
    'constructor',
    '99999999999',
    ' r="A1"',
    '</row>',
    'é',
  ),
});

describe('given a workbook whose parts or bytes were changed at random', () => {
  const parts = Object.entries(workbookParts(rich));

  it('when it is whole then it is read', async () => {
    expect(await refusalOf(xlsxOf(rich))).toMatchObject({ _tag: 'read' });
  });

  it('when words of its parts are changed, or a part is taken out, then it is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.option(fc.nat()),
        async (all, gone) => {
          const changed = new Map(parts);
          for (const { part, at, length, instead } of all) {
            const [name = '', text = ''] = parts[part % parts.length] ?? [];
            const from = at % text.length;
            changed.set(name, text.slice(0, from) + instead + text.slice(from + length));
          }
          if (gone !== null) changed.delete(parts[gone % parts.length]?.[0] ?? '');
          const answer = await read(zipOf(Object.fromEntries(changed), 'stored'));
          expect(['Left', 'Right']).toContain(answer._tag);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('when values of its attributes are others then it is read or refused', async () => {
    const value = fc.constantFrom(
      '',
      '-1',
      '0',
      '1',
      '16385',
      '1048577',
      '4294967296',
      'NaN',
      'A1',
      'A1:XFD1048576',
      'true',
      '__proto__',
    );
    const places = parts.flatMap(([name, text]) =>
      [...text.matchAll(/="[^"]*"/gu)].map(({ index, 0: { length } }) => ({
        name,
        text,
        index,
        length,
      })),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), value, async (which, instead) => {
        const place = places[which % places.length];
        if (place === undefined) return;
        const { name, text, index, length } = place;
        const changed = `${text.slice(0, index)}="${instead}"${text.slice(index + length)}`;
        const answer = await read(
          zipOf({ ...Object.fromEntries(parts), [name]: changed }, 'stored'),
        );
        expect(['Left', 'Right']).toContain(answer._tag);
      }),
      { numRuns: 400 },
    );
  });

  it('when its bytes are changed or cut off then it is read or refused', async () => {
    const bytes = xlsxOf(rich);
    const flip = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(flip, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: bytes.length }),
        fc.boolean(),
        async (flips, length, isCut) => {
          const changed = Uint8Array.from(bytes);
          for (const { at, byte } of flips) changed[at] = byte;
          const answer = await read(isCut ? changed.subarray(0, length) : changed);
          expect(['Left', 'Right']).toContain(answer._tag);
        },
      ),
      { numRuns: 300 },
    );
  });
});
