import { describe, expect, it } from 'vitest';
import { blocksOfPieces } from '../../document/blocks-of-pieces.ts';
import { RefusedFile } from '../refused-file.ts';
import { openDocumentOf, type OpenDocument } from '../testing/open-document.ts';
import { readOds } from './read-ods.ts';

const readBytes = async (bytes: Uint8Array) =>
  readOds({ name: 'plan.ods', bytes, progress: () => undefined });

const read = async (body: string, besides: Partial<OpenDocument> = {}) =>
  readBytes(openDocumentOf({ kind: 'spreadsheet', body, ...besides }));

/** "C7 words", with the spans of merged cells; a heading as it is. */
const told = async (body: string, besides: Partial<OpenDocument> = {}) =>
  blocksOfPieces((await read(body, besides)).pieces).map(({ kind, text, place, table, marker }) => {
    const spans = table?.columns === undefined && table?.rows === undefined;
    const size = spans ? '' : ` ${table.columns ?? 1}x${table.rows ?? 1}`;
    const words = marker === undefined ? text : `${marker} ${text}`;
    return kind === 'heading' ? text : `${place?.split('cell ')[1] ?? ''}${size} ${words}`;
  });

const remarksIn = async (body: string, besides: Partial<OpenDocument> = {}) =>
  (await read(body, besides)).remarks.map(
    ({ kind, place, words }) => `${kind} | ${place} | ${words}`,
  );

const sheet = (rows: string, besides = 'table:name="Sheet1"') =>
  `<table:table ${besides}>${rows}</table:table>`;
const row = (cells: string, besides = '') =>
  `<table:table-row ${besides}>${cells}</table:table-row>`;
const cell = (words: string, besides = '') =>
  `<table:table-cell office:value-type="string" ${besides}><text:p>${words}</text:p></table:table-cell>`;
const empty = '<table:table-cell/>';
const covered = '<table:covered-table-cell/>';

describe('the sheets of an OpenDocument spreadsheet', () => {
  it('given one sheet that nobody named, then it has no heading; rows and columns are the sheet’s own', async () => {
    expect(
      await told(
        sheet(
          row(empty, 'table:number-rows-repeated="2"') +
            row(empty + cell('No') + empty + cell('Action')) +
            row(`${empty}${cell('1')}<table:table-cell table:number-columns-repeated="16380"/>`) +
            row(
              '<table:table-cell table:number-columns-repeated="16384"/>',
              'table:number-rows-repeated="1048572"',
            ),
        ),
      ),
    ).toEqual(['B3 No', 'D3 Action', 'B4 1', 'D4 ']);
  });

  it('given named sheets, one without words and one hidden, then those with words have headings', async () => {
    const styles =
      '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const body =
      sheet(row(cell('a')), 'table:name="Actions"') +
      sheet(row(empty), 'table:name="Blank"') +
      sheet(row(cell('b')) + row(cell('c')), 'table:name="Old" table:style-name="hid"') +
      sheet(row(cell('d')), 'table:name="Notes"');
    expect(await told(body, { styles })).toEqual(['Actions', 'A1 a', 'Notes', 'A1 d']);
    expect(await remarksIn(body, { styles })).toEqual([
      'not read | sheet “Blank” | The sheet has no words.',
      'hidden | sheet “Old” | The sheet is hidden and not read; it holds 2 rows.',
    ]);
  });

  it('given merged cells and lines in a cell, then they are told as in any table', async () => {
    const body = sheet(
      row(
        cell('Head', 'table:number-columns-spanned="2" table:number-rows-spanned="2"') +
          covered +
          cell('x'),
      ) +
        row(
          `<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>${covered}${cell('y')}`,
        ) +
        row(
          '<table:table-cell><text:p>one</text:p><text:p>(b) two</text:p></table:table-cell>' +
            cell('z'),
        ),
    );
    expect(await told(body)).toEqual([
      'A1 2x2 Head',
      'C1 x',
      'C2 y',
      'A3 one',
      'A3 (b) two',
      'B3 z',
      'C3 ',
    ]);
    expect(await remarksIn(body)).toEqual([
      'hidden | sheet “Sheet1”, cell A2 | A merged cell covers this one; its “under” is not read.',
    ]);
  });

  it('given hidden rows and columns, then they are read, and that is said', async () => {
    const body = sheet(
      `<table:table-column/><table:table-column table:visibility="collapse"/>${row(cell('a') + cell('b'))}${row(cell('c'), 'table:visibility="filter"')}`,
    );
    expect(await told(body)).toEqual(['A1 a', 'B1 b', 'A2 c', 'B2 ']);
    expect(await remarksIn(body)).toEqual([
      'hidden | sheet “Sheet1” | Row 2 is hidden; it is read.',
      'hidden | sheet “Sheet1” | Column B is hidden; it is read.',
    ]);
  });
});

describe('the values of an OpenDocument spreadsheet', () => {
  const value = (attributes: string, shown = '') =>
    `<table:table-cell ${attributes}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;
  const format = (name: string, parts: string) =>
    `<number:date-style style:name="${name}">${parts}</number:date-style><style:style style:name="c${name}" style:family="table-cell" style:data-style-name="${name}"/>`;
  const styles =
    format('N1', '<number:day/><number:month/><number:year/>') +
    format('N2', '<number:month/><number:year/>') +
    format('N3', '<number:year/>');
  const date = (day: string, style = '') =>
    value(
      `office:value-type="date" office:date-value="${day}" table:style-name="${style}"`,
      '30/06/27',
    );

  it.each([
    ['a date', date('2027-06-30', 'cN1'), '30 June 2027'],
    ['a date with a time', date('2027-06-30T14:05:00'), '30 June 2027 14:05'],
    ['a date whose cell shows no time', date('2027-06-30T14:05:00', 'cN1'), '30 June 2027'],
    ['a month', date('2027-06-01', 'cN2'), 'June 2027'],
    ['a year', date('2027-01-01', 'cN3'), '2027'],
    ['a day that there is not', date('2027-06-31', 'cN1'), '30/06/27'],
    ['a percentage', value('office:value-type="percentage" office:value="0.25"', '25%'), '25%'],
    ['a number without words', value('office:value-type="float" office:value="2.5"'), '2.5'],
    [
      'a truth without words',
      value('office:value-type="boolean" office:boolean-value="true"'),
      'TRUE',
    ],
    ['words in an attribute', value('office:value-type="string" office:string-value="x"'), 'x'],
    [
      'a number that looks like a marker',
      value('office:value-type="float" office:value="1"', '1.'),
      '1.',
    ],
  ])('given %s, then its cell says what people see', async (_, written, words) => {
    expect((await told(sheet(row(written)), { styles })).map((one) => one.slice(3))).toEqual([
      words,
    ]);
  });

  it('given an error, a comment, a link and a picture, then each is said of its cell', async () => {
    const body = sheet(
      row(
        value('office:value-type="string" calcext:value-type="error"', '#REF!') +
          '<table:table-cell office:value-type="string"><office:annotation><dc:creator>J. Fox</dc:creator><text:p>Why?</text:p></office:annotation><text:p><text:a xlink:href="https://a.example/">site</text:a></text:p><draw:frame draw:name="Boat"><draw:image/></draw:frame></table:table-cell>',
      ) + '<table:shapes><draw:frame/></table:shapes>',
    );
    expect(await remarksIn(body)).toEqual([
      'doubtful | sheet “Sheet1”, cell A1 | The cell holds the error #REF! and no value.',
      'comment | sheet “Sheet1”, cell B1 | Comment by J. Fox: “Why?”',
      'link | sheet “Sheet1”, cell B1 | “site” leads to https://a.example/',
      'not read | sheet “Sheet1”, cell B1 | A picture called “Boat” is not read.',
      'not read | sheet “Sheet1” | One picture, chart or shape is not read.',
    ]);
  });
});

const filled = (name: string, hex: string, inside = '') =>
  `<style:style style:name="${name}" style:display-name="${name} shown" style:family="table-cell"><style:table-cell-properties fo:background-color="${hex}"/>${inside}</style:style>`;

const coloursIn = async (body: string, besides: Partial<OpenDocument> = {}) =>
  (await read(body, besides)).pieces.map(({ fill }) =>
    fill === undefined ? 'none' : `${fill.hex} ${fill.by}`,
  );

describe('the colours of an OpenDocument spreadsheet', () => {
  const styles =
    filled('Amber', '#ffc000') +
    filled('Red', '#ff0000') +
    filled('White', '#ffffff') +
    '<style:style style:name="Ink" style:family="table-cell"><style:text-properties fo:color="#00b050"/></style:style>';

  it('given cells, rows and columns with colours, then a cell has its own or theirs', async () => {
    const body = sheet(
      '<table:table-column table:default-cell-style-name="Amber"/><table:table-column/>' +
        row(cell('a') + cell('b', 'table:style-name="Red"') + cell('c', 'table:style-name="Ink"')) +
        row(
          cell('d', 'table:style-name="White"') + cell('e'),
          'table:default-cell-style-name="Red"',
        ),
    );
    expect(await coloursIn(body, { styles })).toEqual([
      '#FFC000 cell',
      '#FF0000 cell',
      '#00B050 words',
      'none',
      '#FF0000 cell',
      'none',
    ]);
  });

  const ruled = (value: string, style = 'Amber shown', base = 'S.A1') =>
    `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="'My S'.A1:'My S'.B1"><calcext:condition calcext:apply-style-name="${style}" calcext:value="${value}" calcext:base-cell-address="${base}"/></calcext:conditional-format></calcext:conditional-formats>`;

  const numbers = row(
    `<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>${cell('Late again')}`,
  );

  it.each([
    ['&gt;2', '#FFC000 rule', '#FFC000 rule'],
    ['=3', '#FFC000 rule', 'none'],
    ['!=3', 'none', '#FFC000 rule'],
    ['between(1,3)', '#FFC000 rule', 'none'],
    ['=&quot;late again&quot;', 'none', '#FFC000 rule'],
    ['contains-text(&quot;LATE&quot;)', 'none', '#FFC000 rule'],
    ['begins-with(&quot;3&quot;)', '#FFC000 rule', 'none'],
    ['not-contains-text(&quot;a&quot;)', '#FFC000 rule', 'none'],
    ['formula-is([.$B1]=&quot;Late again&quot;)', '#FFC000 rule', '#FFC000 rule'],
  ])(
    'given the rule %s, then cells that it holds for are coloured by it',
    async (value, first, second) => {
      expect(await coloursIn(sheet(numbers + ruled(value)), { styles })).toEqual([first, second]);
    },
  );

  it.each([
    ['a formula that is no simple one', ruled('formula-is(VLOOKUP([.A1];[.B1:.C2];2))')],
    ['a name that JavaScript knows and no rule has', ruled('constructor(&quot;x&quot;)')],
    [
      'a scale of colours',
      '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="S.A1:S.A2"><calcext:color-scale/></calcext:conditional-format></calcext:conditional-formats>',
    ],
  ])('given %s, then it colours nothing, and that is said', async (_, rules) => {
    const body = sheet(numbers + rules);
    expect(await coloursIn(body, { styles })).toEqual(['none', 'none']);
    expect((await read(body, { styles })).remarks.map(({ kind }) => kind)).toEqual(['doubtful']);
  });

  it('given rules in the style of a cell alone, then they colour it', async () => {
    const mapped = filled(
      'Mapped',
      'transparent',
      '<style:map style:condition="cell-content()=&quot;Late&quot;" style:apply-style-name="Red" style:base-cell-address="S.A1"/>',
    );
    const body = sheet(
      row(cell('Late', 'table:style-name="Mapped"') + cell('Early', 'table:style-name="Mapped"')),
    );
    expect(await coloursIn(body, { styles: styles + mapped })).toEqual(['#FF0000 rule', 'none']);
  });
});

const refusalOf = (body: string, besides: Partial<OpenDocument> = {}): Promise<unknown> =>
  read(body, besides).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof RefusedFile ? thrown.refusal : thrown),
  );

describe('the signs of an OpenDocument spreadsheet', () => {
  it('given words in a font of signs, then they are the signs that people see', async () => {
    const inFont = (name: string, font: string) =>
      `<style:style style:name="${name}" style:family="table-cell"><style:text-properties style:font-name="${font}"/></style:style>`;
    const signs = inFont('W', 'Wingdings1') + inFont('A', 'Arial');
    const body = sheet(
      row(cell('l', 'table:style-name="W"') + cell('l', 'table:style-name="A"') + cell('\uF0FC')),
    );
    expect(await told(body, { styles: signs })).toEqual(['A1 ●', 'B1 l', 'C1 •']);
  });
});

describe('an OpenDocument spreadsheet beyond the limits', () => {
  // Of a copy more cells are kept than of a plan to be made.
  const ofCopy = '<meta:user-defined meta:name="Trackrecord.form">workbook</meta:user-defined>';

  it.each([
    ['rows', sheet(row(cell('a'), 'table:number-rows-repeated="100001"')), ofCopy],
    ['columns', sheet(row(cell('a', 'table:number-columns-repeated="16384"'))), ''],
  ])('given too many %s with words, then it is refused by name', async (what, body, meta) => {
    expect(await refusalOf(body, { meta })).toMatchObject({
      _tag: 'OverLimit',
      what,
      part: 'sheet “Sheet1”',
    });
  });

  it('given more cells with words than a plan is made of, then they are counted, whatever repeats them', async () => {
    const body =
      sheet(row(cell('a') + cell('b'), 'table:number-rows-repeated="15000"'), 'table:name="A"') +
      sheet(row(cell('c', 'table:number-columns-repeated="3"')).repeat(4_000), 'table:name="B"') +
      sheet(row(cell('d')), 'table:name="C"');
    // 30,000, 12,000 and one.
    const worded = 42_001;
    const largest = { part: 'sheet “A”', worded: 30_000 };
    expect(await refusalOf(body)).toEqual({
      _tag: 'TooMuchToImport',
      name: 'plan.ods',
      worded,
      limit: 40_000,
      largest,
    });
    // With the names of the three sheets.
    expect((await read(body, { meta: ofCopy })).pieces).toHaveLength(worded + 3);
  });

  it('given rows of colour alone without end, then a margin of them is read', async () => {
    const styles = filled('Amber', '#ffc000');
    const body = sheet(
      row(cell('a')) +
        row('<table:table-cell table:style-name="Amber"/>', 'table:number-rows-repeated="1048575"'),
    );
    expect((await read(body, { styles })).pieces).toHaveLength(21);
  });
});
