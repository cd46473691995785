import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import { bare, number, rowOf, solid, stylesOf, words, xlsxOf } from '../testing/workbook.ts';

const red = '<fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill>';
const amber =
  '<fill><patternFill patternType="solid"><fgColor auto="1"/><bgColor rgb="FFFFC000"/></patternFill></fill>';
const white = '<fill><patternFill><bgColor rgb="FFFFFFFF"/></patternFill></fill>';
const redWords = '<font><color rgb="FF9C0006"/></font>';
const bold = '<font><b/></font>';

/** Cell style 1 is green. Rules by number: red, amber, white, red words, bold. */
const styles = stylesOf({
  fills: ['', solid('rgb="FF00B050"')],
  cells: ['', 'fillId="1"'],
  rules: [red, amber, white, redWords, bold],
});

const rows = [
  rowOf(1, words('A1', 'RAG') + words('B1', 'Due') + words('C1', 'Share')),
  rowOf(2, words('A2', 'Red') + words('B2', 'late') + number('C2', 0.1)),
  rowOf(3, words('A3', 'Amber') + words('B3', 'on time') + number('C3', 0.5)),
  rowOf(4, bare('A4', 1) + words('B4', 'x') + '<c r="C4" t="e"><v>#N/A</v></c>'),
].join('');

const rule = (attributes: string, formulas: ReadonlyArray<string> = []): string =>
  `<cfRule ${attributes}>${formulas.map((formula) => `<formula>${formula}</formula>`).join('')}</cfRule>`;

/** Colours of the cells, by reference, and what is said of rules. */
const coloured = async (after: string) => {
  const bytes = xlsxOf({ sheets: [{ name: 'Sheet1', rows, after }], styles });
  const read = await readFile({ name: 'plan.xlsx', bytes, progress: () => undefined });
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left));
  const { blocks, remarks } = read.right;
  return {
    fills: Object.fromEntries(
      blocks.flatMap(({ fill, place }) =>
        fill === undefined ? [] : [[place?.split(' ').at(-1) ?? '', `${fill.hex} ${fill.by}`]],
      ),
    ),
    said: remarks.filter(({ place }) => place.includes('cells')),
  };
};

const on = (cells: string, ...inside: ReadonlyArray<string>): string =>
  `<conditionalFormatting sqref="${cells}">${inside.join('')}</conditionalFormatting>`;

const green = { A4: '#00B050 cell' };

describe('given rules that colour cells', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'a value is equal',
      on('A2:A4', rule('type="cellIs" dxfId="0" priority="1" operator="equal"', ['"red"'])),
      { A2: '#FF0000 rule' },
    ],
    [
      'a value is not equal',
      on('A2:A3', rule('type="cellIs" dxfId="0" priority="1" operator="notEqual"', ['"Red"'])),
      { A3: '#FF0000 rule' },
    ],
    [
      'a value is greater',
      on('C2:C4', rule('type="cellIs" dxfId="1" priority="1" operator="greaterThan"', ['0.1'])),
      { C3: '#FFC000 rule' },
    ],
    [
      'a value is at most',
      on('C2:C4', rule('type="cellIs" dxfId="1" priority="1" operator="lessThanOrEqual"', ['0.5'])),
      { C2: '#FFC000 rule', C3: '#FFC000 rule' },
    ],
    [
      'a value is between',
      on('C2:C4', rule('type="cellIs" dxfId="1" priority="1" operator="between"', ['0.6', '0.2'])),
      { C3: '#FFC000 rule' },
    ],
    [
      'a value is not between',
      on(
        'C2:C4',
        rule('type="cellIs" dxfId="1" priority="1" operator="notBetween"', ['0.2', '0.6']),
      ),
      { C2: '#FFC000 rule' },
    ],
    [
      'a value is that of a cell',
      on('A2:A4', rule('type="cellIs" dxfId="0" priority="1" operator="equal"', ['$A$3'])),
      { A3: '#FF0000 rule' },
    ],
    [
      'words hold others',
      on('A2:A4', rule('type="containsText" dxfId="1" priority="1" text="MB"', ['x'])),
      { A3: '#FFC000 rule' },
    ],
    [
      'words hold no others',
      on('A2:A4', rule('type="notContainsText" dxfId="1" priority="1" text="e"', ['x'])),
      { A4: '#FFC000 rule' },
    ],
    [
      'words begin so',
      on('A2:A4', rule('type="beginsWith" dxfId="1" priority="1" text="a"', ['x'])),
      { A3: '#FFC000 rule' },
    ],
    [
      'words end so',
      on('A2:A4', rule('type="endsWith" dxfId="1" priority="1" text="D"', ['x'])),
      { A2: '#FFC000 rule' },
    ],
    [
      'a cell is empty',
      on('A2:A4', rule('type="containsBlanks" dxfId="0" priority="1"')),
      { A4: '#FF0000 rule' },
    ],
    [
      'a cell is not empty',
      on('A2:A4', rule('type="notContainsBlanks" dxfId="1" priority="1"')),
      { A2: '#FFC000 rule', A3: '#FFC000 rule' },
    ],
    [
      'a cell is an error',
      on('C2:C4', rule('type="containsErrors" dxfId="0" priority="1"')),
      { C4: '#FF0000 rule' },
    ],
    [
      'another column says it',
      on('A2:B4', rule('type="expression" dxfId="0" priority="1"', ['$B2="late"'])),
      { A2: '#FF0000 rule', B2: '#FF0000 rule' },
    ],
    [
      'its words are coloured',
      on('A2:A4', rule('type="expression" dxfId="3" priority="1"', ['TRUE'])),
      { A2: '#9C0006 rule', A3: '#9C0006 rule' },
    ],
  ])('when %s then its cells have the colour', async (_, after, fills) => {
    expect(await coloured(after)).toEqual({ fills: { ...green, ...fills }, said: [] });
  });

  it('when several hold then the one that goes first does, wherever it is written', async () => {
    const after =
      on('A2:A4', rule('type="notContainsBlanks" dxfId="1" priority="2"')) +
      on('A2 A3', rule('type="cellIs" dxfId="0" priority="1" operator="equal"', ['"Red"']));
    expect((await coloured(after)).fills).toEqual({
      ...green,
      A2: '#FF0000 rule',
      A3: '#FFC000 rule',
    });
  });

  it('when one gives no colour to the cell then a later one may, unless it is the last', async () => {
    const all = rule('type="notContainsBlanks" dxfId="1" priority="9"');
    const first = (stop: string): string =>
      rule(`type="cellIs" dxfId="4" priority="1" operator="equal" ${stop}`, ['"Red"']);
    expect((await coloured(on('A2:A3', first(''), all))).fills).toMatchObject({
      A2: '#FFC000 rule',
    });
    expect((await coloured(on('A2:A3', first('stopIfTrue="1"'), all))).fills).toEqual({
      ...green,
      A3: '#FFC000 rule',
    });
    // Red words on an amber cell are amber.
    const both = on('A2', rule('type="expression" dxfId="3" priority="1"', ['TRUE']), all);
    expect((await coloured(both)).fills).toMatchObject({ A2: '#FFC000 rule' });
  });

  it('when one makes a cell white then it has no colour', async () => {
    const after = on('A4', rule('type="expression" dxfId="2" priority="1"', ['TRUE']));
    expect((await coloured(after)).fills).toEqual({});
  });

  it.each([
    [
      'type="colorScale" priority="1"',
      '',
      'These cells are coloured by a scale of colours; such colours are not told.',
    ],
    [
      'type="dataBar" priority="1"',
      '',
      'These cells are coloured by bars in the cells; such colours are not told.',
    ],
    [
      'type="iconSet" priority="1"',
      '',
      'These cells are coloured by icons in the cells; such colours are not told.',
    ],
    [
      'type="timePeriod" dxfId="0" priority="1" timePeriod="today"',
      'x',
      'These cells are coloured by a rule that goes by the day on which the sheet is looked at; such colours are not told.',
    ],
    [
      'type="top10" dxfId="0" priority="1" rank="3"',
      '',
      'These cells are coloured by a rule that compares cells with one another; such colours are not told.',
    ],
    [
      'type="expression" dxfId="0" priority="1"',
      '$B2&lt;TODAY()',
      'These cells are coloured by a rule whose formula “$B2<TODAY()” is not a simple comparison; such colours are not told.',
    ],
    [
      'type="constructor" dxfId="0" priority="1"',
      '',
      'These cells are coloured by a rule of a kind that is not read; such colours are not told.',
    ],
  ])('when one is %s then it is said, once, and not taken', async (attributes, formula, said) => {
    const after = on('A2:A4 C2', rule(attributes, formula === '' ? [] : [formula]));
    expect(await coloured(after)).toEqual({
      fills: green,
      said: [{ kind: 'doubtful', place: 'sheet “Sheet1”, cells A2:A4, C2', words: said }],
    });
  });

  it('when one that is not read gives no colour then there is nothing to say', async () => {
    expect(
      (
        await coloured(
          on('A2', rule('type="expression" dxfId="4" priority="1"', ['$B2&lt;TODAY()'])),
        )
      ).said,
    ).toEqual([]);
  });

  it('when one is written for later programs then it is said, and bars once', async () => {
    const extension = (inside: string): string =>
      `<extLst><ext uri="x" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormattings><x14:conditionalFormatting>${inside}</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    const later = await coloured(
      extension(
        '<x14:cfRule type="expression" priority="1" id="x"><xm:f>Other!A1=1</xm:f><x14:dxf/></x14:cfRule><xm:sqref>A2:A3</xm:sqref>',
      ),
    );
    expect(later.said.map(({ place, words: said }) => `${place}: ${said}`)).toEqual([
      'sheet “Sheet1”, cells A2:A3: These cells are coloured by a rule whose formula “Other!A1=1” is not a simple comparison; such colours are not told.',
    ]);
    const bars = await coloured(
      on('C2:C4', rule('type="dataBar" priority="1"')) +
        extension('<x14:cfRule type="dataBar" id="x"/><xm:sqref>C2:C4</xm:sqref>'),
    );
    expect(bars.said).toHaveLength(1);
  });
});
