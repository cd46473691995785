import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { bare, rowOf, solid, stylesOf, words, xlsxOf } from '../testing/workbook.ts';

const theme =
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
  '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="00B050"/></a:accent1>';

type Look = Readonly<{ fill?: string; font?: string; string?: string }>;

/** The fill of A1, which looks so, and what is said of it; `text` "" is an empty cell beside words. */
const lookOf = async ({ fill = '', font = '', string }: Look, text = 'x') => {
  const cell =
    string === undefined
      ? text === ''
        ? bare('A1', 1)
        : words('A1', text, 1)
      : `<c r="A1" s="1" t="inlineStr"><is>${string}</is></c>`;
  const bytes = xlsxOf({
    sheets: [{ name: 'Sheet1', rows: rowOf(1, cell + words('B1', 'beside')) }],
    styles: stylesOf({
      fills: ['', fill],
      fonts: ['', font],
      cells: ['', 'fillId="1" fontId="1"'],
    }),
    theme,
  });
  const read = await readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  const cellBlock = read.right.blocks.find(({ place }) => place?.endsWith('A1') === true);
  return {
    cells: read.right.blocks.length,
    fill: cellBlock?.fill,
    said: read.right.remarks.map((remark) => remark.words),
  };
};

const pattern = (type: string, inside: string): string =>
  `<patternFill patternType="${type}">${inside}</patternFill>`;

describe('given a cell with a fill', () => {
  it.each([
    ['of one colour', solid('rgb="FFFFC000"'), '#FFC000'],
    ['of a colour of the theme', solid('theme="4"'), '#00B050'],
    // 00B050 has the lightness 88/255 and all saturation; with a tint of 0.5 it has 171.5/255: from 88 to 255. Blue is
    // 80/176 of the way between them: 88 + 167 × 0.4545 = 164.
    ['of a lighter colour of the theme', solid('theme="4" tint="0.5"'), '#58FFA4'],
    ['of a colour of the palette', solid('indexed="13"'), '#FFFF00'],
    [
      'of dots over white',
      pattern('lightGray', '<fgColor rgb="FFFF0000"/><bgColor rgb="FFFFFFFF"/>'),
      '#FFBFBF',
    ],
    [
      'of lines over a colour',
      pattern('darkUp', '<fgColor rgb="FF000000"/><bgColor rgb="FFFF0000"/>'),
      '#800000',
    ],
    ['of dots that say no colour', pattern('gray125', ''), '#DFDFDF'],
  ])('when it is %s then that is its colour', async (_, fill, hex) => {
    expect((await lookOf({ fill })).fill).toEqual({ hex, by: 'cell' });
    expect((await lookOf({ fill }, '')).fill).toEqual({ hex, by: 'cell' });
  });

  it.each([
    ['none', pattern('none', '')],
    ['white', solid('rgb="FFFFFFFF"')],
    ['white by the theme', solid('theme="0"')],
    ['automatic', solid('auto="1"')],
    ['empty', ''],
  ])('when it is %s then it has no colour', async (_, fill) => {
    expect(await lookOf({ fill })).toMatchObject({ fill: undefined, said: [] });
  });

  it('when it is of several colours then none is taken, and that is said', async () => {
    const fill =
      '<gradientFill degree="90"><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill>';
    expect(await lookOf({ fill })).toMatchObject({
      fill: undefined,
      said: ['The cell is filled with more than one colour, and none is taken for its own.'],
    });
  });
});

describe('given a cell whose words are coloured', () => {
  it('when they are red then so is the cell, by its words, unless it has a fill', async () => {
    const font = '<color rgb="FFFF0000"/>';
    expect((await lookOf({ font })).fill).toEqual({ hex: '#FF0000', by: 'words' });
    expect((await lookOf({ font, fill: solid('rgb="FF00B050"') })).fill).toEqual({
      hex: '#00B050',
      by: 'cell',
    });
    expect((await lookOf({ font }, '')).fill).toBeUndefined();
  });

  it.each([
    '<color rgb="FF000000"/>',
    '<color theme="1"/>',
    '<color theme="1" tint="0.35"/>',
    '<color theme="10"/>',
    '<color theme="0"/>',
    '<color indexed="64"/>',
    '<color auto="1"/>',
  ])('when their font says %s then it has no colour', async (font) => {
    expect((await lookOf({ font })).fill).toBeUndefined();
  });

  it('when all its runs have one colour then it has that, and none where they differ', async () => {
    const run = (colour: string, text: string): string =>
      `<r><rPr>${colour}</rPr><t xml:space="preserve">${text}</t></r>`;
    const red = '<color rgb="FFFF0000"/>';
    expect((await lookOf({ string: run(red, 'all ') + run(red, 'red') })).fill).toEqual({
      hex: '#FF0000',
      by: 'words',
    });
    expect((await lookOf({ string: run(red, 'red') + run('', ' black') })).fill).toBeUndefined();
    expect((await lookOf({ string: run('', 'black ') + run(red, 'red') })).fill).toBeUndefined();
  });

  it('when a line goes through them then it is said, and they are read', async () => {
    expect((await lookOf({ font: '<strike/>' })).said).toEqual([
      'A line goes through “x”; it is read.',
    ]);
    expect((await lookOf({ font: '<strike val="0"/>' })).said).toEqual([]);
  });
});

describe('given cells that the file does not write', () => {
  const styles = stylesOf({
    fills: ['', solid('rgb="FFFFC000"'), solid('rgb="FF00B050"')],
    cells: ['', 'fillId="1"', 'fillId="2"'],
  });
  const fillsOf = async (rows: string, before = '') => {
    const read = await readFile({
      name: 'plan.xlsx',
      bytes: xlsxOf({ sheets: [{ name: 'Sheet1', rows, before }], styles }),
      progress: () => undefined,
    });
    if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
    return read.right.blocks.map(
      ({ place, fill }) => `${place?.split(' ').at(-1) ?? ''} ${fill?.hex ?? '-'}`,
    );
  };
  const head = rowOf(1, words('A1', 'Action') + words('B1', 'RAG') + words('C1', 'By'));

  it('when their row has a colour then they have it, and cells that say none have none', async () => {
    const rows = head + rowOf(2, words('A2', 'Sing', 1) + bare('C2', 0), 's="1" customFormat="1"');
    expect((await fillsOf(rows)).slice(3)).toEqual(['A2 #FFC000', 'B2 #FFC000', 'C2 -']);
  });

  it('when their column has a colour then they have it where their row has none', async () => {
    const rows =
      rowOf(1, words('A1', 'Action') + words('B1', 'RAG')) +
      rowOf(2, words('A2', 'Sing')) +
      rowOf(3, words('A3', 'Dance') + bare('B3', 0)) +
      rowOf(4, words('A4', 'Walk'), 's="1" customFormat="1"');
    expect((await fillsOf(rows, '<cols><col min="2" max="2" style="2"/></cols>')).slice(2)).toEqual(
      ['A2 -', 'B2 #00B050', 'A3 -', 'B3 -', 'A4 -', 'B4 #FFC000'],
    );
  });
});
