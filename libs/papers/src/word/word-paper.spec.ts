import { rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { paperRating, tableOf, wordsCell } from '../paper/blocks.ts';
import type { BoardPaper, PaperBlock, PaperTable } from '../paper/board-paper.ts';
import { aBoardPaper, aSection } from '../paper/testing/a-board-paper.ts';
import { elementsOf, inStyle, readWord, wordsOf } from './testing/read-word.ts';
import { wordPaper } from './word-paper.ts';

const read = async (paper: BoardPaper) => readWord(rightOf(await wordPaper(paper)));

const withBlocks = (...blocks: ReadonlyArray<PaperBlock>) => read(aBoardPaper([aSection(blocks)]));

/** A table of refs, actions and ratings. */
const actions: PaperTable = {
  _tag: 'Table',
  summary: 'The actions of “Be well” & more.',
  columns: [
    { head: 'Ref', share: 1, align: 'start' },
    { head: 'Action', share: 6, align: 'start' },
    { head: 'Rating', share: 2, align: 'start' },
    { head: 'Seen', share: 1, align: 'end' },
  ],
  rows: [
    [
      wordsCell('1'),
      wordsCell('Open it\non Sundays'),
      { _tag: 'Rating', rating: paperRating('Amber/Green') },
      wordsCell('12'),
    ],
    [wordsCell('2'), wordsCell(''), { _tag: 'Rating', rating: paperRating(null) }, wordsCell('')],
  ],
  rowHead: 0,
};

describe('the file of a Word paper', () => {
  it('given a paper, then its title, subject, language and dates are in its properties', async () => {
    const { part } = await read(aBoardPaper([aSection([])]));
    const core = part('docProps/core.xml');
    for (const property of [
      '<dc:title>Harbour Plan, as of 30 June 2026</dc:title>',
      '<dc:subject>Board paper, 2026 – 2028</dc:subject>',
      '<dc:language>en-GB</dc:language>',
      '<dc:creator>Harbour Partnership</dc:creator>',
      '>2026-07-01T00:00:00Z</dcterms:created>',
      '>2026-07-01T00:00:00Z</dcterms:modified>',
    ])
      expect(core).toContain(property);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  });

  it('given a paper, then what it was made from is in its properties and in its last line', async () => {
    const paper = aBoardPaper([aSection([])]);
    const { part, text } = await read({ ...paper, about: { ...paper.about, asIn: 'ab12' } });
    const named = [
      ...part('docProps/custom.xml').matchAll(
        /pid="(\d)" name="([^"]*)"><vt:lpwstr[^>]*>([^<]*)/gu,
      ),
    ].map(([, ...found]) => found);
    expect(named).toEqual([
      ['2', 'Trackrecord.plan', 'harbour'],
      ['3', 'Trackrecord.ordinal', '812'],
      ['4', 'Trackrecord.asOf', '2026-06-30'],
      ['5', 'Trackrecord.form', 'board paper'],
      ['6', 'Trackrecord.asIn', 'ab12'],
    ]);
    expect(part('[Content_Types].xml')).toContain('PartName="/docProps/custom.xml"');
    expect(elementsOf(text, 'w:p').map(wordsOf).at(-1)).toBe(
      'Made by Trackrecord from plan harbour as of 2026-06-30, at ordinal 812',
    );
  });

  it('given the same paper again, then the same bytes, with charts too', async () => {
    const paper = aBoardPaper([aSection([actions, ratingBars, lines])]);
    const [one, other] = [await wordPaper(paper), await wordPaper(paper)];
    expect(Buffer.compare(rightOf(one), rightOf(other))).toBe(0);
  });

  it('given anything, then nothing in the file leads outside it', async () => {
    const { names, part } = await withBlocks(actions, ratingBars);
    const lists = names.filter((name) => name.endsWith('.rels')).map(part);
    expect(lists.join('')).not.toContain('TargetMode="External"');
  });
});

describe('the pages of a Word paper', () => {
  it('given sections with wide tables, then their pages lie across, and all are A4', async () => {
    const { text } = await read(
      aBoardPaper([
        aSection([]),
        aSection([], { isWide: true }),
        aSection([], { isWide: true }),
        aSection([]),
      ]),
    );
    const pages = [...text.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/gu)].map(
      ([, ...size]) => size,
    );
    expect(pages).toEqual([
      ['11906', '16838', 'portrait'],
      ['16838', '11906', 'landscape'],
      ['11906', '16838', 'portrait'],
    ]);
  });

  it('given a paper, then every page says what it is of, its number and how many there are', async () => {
    const { names, part } = await read(aBoardPaper([aSection([]), aSection([], { isWide: true })]));
    const footers = names.filter((name) => /^word\/footer\d+\.xml$/u.test(name)).map(part);
    expect(footers).toHaveLength(2);
    for (const footer of footers) {
      expect(wordsOf(footer)).toContain('Harbour Plan, as of 30 June 2026, ordinal 812');
      expect(footer).toMatch(/Page [\s\S]*PAGE[\s\S]* of [\s\S]*NUMPAGES/u);
    }
  });

  it('given headings, then they are real ones, and stay with what follows', async () => {
    const { text, part } = await withBlocks(
      { _tag: 'Heading', level: 2, words: 'Priority 2' },
      { _tag: 'Heading', level: 3, words: '2.3 Grounds' },
      { _tag: 'Paragraph', words: '1 action.' },
      actions,
    );
    expect(inStyle(text, 'Title')).toEqual(['Harbour Plan']);
    expect(inStyle(text, 'Heading1')).toEqual(['Summary']);
    expect(inStyle(text, 'Heading2')).toEqual(['Priority 2']);
    expect(inStyle(text, 'Heading3')).toEqual(['2.3 Grounds']);
    const styles = elementsOf(part('word/styles.xml'), 'w:style');
    for (const [level, id] of ['Heading1', 'Heading2', 'Heading3'].entries()) {
      const style = styles.find((one) => one.includes(`w:styleId="${id}"`)) ?? '';
      expect(style).toContain('<w:keepNext/>');
      expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
    }
    const before = elementsOf(text, 'w:p').find((one) => wordsOf(one) === '1 action.') ?? '';
    expect(before).toContain('<w:keepNext/>');
  });

  it('given a list, then its items are of a list', async () => {
    const { text } = await withBlocks({ _tag: 'Bullets', items: ['One.', 'Two.'] });
    const items = elementsOf(text, 'w:p').filter((one) => one.includes('<w:numPr>'));
    expect(items.map(wordsOf)).toEqual(['One.', 'Two.']);
  });
});

describe('the tables of a Word paper', () => {
  const tableOfActions = async (table = actions) => {
    const [found = ''] = elementsOf((await withBlocks(table)).text, 'w:tbl');
    return { table: found, rows: elementsOf(found, 'w:tr') };
  };

  it('given a table, then its heads stand again on every page, and no row is split', async () => {
    const { rows } = await tableOfActions();
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
    expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true]);
  });

  it('given a row that is longer than a page, then it may be split', async () => {
    const long = [wordsCell('3'), wordsCell('word '.repeat(900)), wordsCell(''), wordsCell('')];
    const { rows } = await tableOfActions({ ...actions, rows: [long] });
    expect(rows[1]).not.toContain('<w:cantSplit/>');
  });

  it('given the shares of columns, then the table has their widths, and its page’s', async () => {
    const { table } = await tableOfActions();
    // A4 less two margins of 2 cm (1134 each) is 9638: a tenth, six tenths, two tenths and a tenth, rounded down.
    expect([...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => width)).toEqual([
      '963',
      '5782',
      '1927',
      '963',
    ]);
    expect(table).toContain('<w:tblLayout w:type="fixed"/>');
  });

  it('given a summary, then whoever hears the table is told', async () => {
    const { table } = await tableOfActions();
    expect(table).toContain('<w:tblDescription w:val="The actions of “Be well” &amp; more."/>');
  });

  it('given ratings, then each has its word; "Not rated" is plain', async () => {
    const { rows } = await tableOfActions();
    const [, amberGreen = '', none = ''] = rows.map((row) => elementsOf(row, 'w:tc')[2] ?? '');
    expect(wordsOf(amberGreen)).toBe('Amber/Green');
    expect(amberGreen).toMatch(/<w:shd [^>]*w:fill="CFE05B"/u);
    expect(amberGreen).toContain('<w:color w:val="0B0C0C"/>');
    expect(wordsOf(none)).toBe('Not rated');
    expect(none).not.toContain('<w:shd');
    expect(none).not.toContain('<w:color');
  });

  it('given lines in a cell, then a paragraph each; given nothing, then one that is empty', async () => {
    const { rows } = await tableOfActions();
    const cells = rows.slice(1).map((row) => elementsOf(row, 'w:tc')[1] ?? '');
    expect(elementsOf(cells[0] ?? '', 'w:p').map(wordsOf)).toEqual(['Open it', 'on Sundays']);
    expect(wordsOf(cells[1] ?? '')).toBe('');
    expect(cells[1]).toContain('<w:p>');
  });

  it('given numbers, then they stand at the end of their column', async () => {
    const { rows } = await tableOfActions();
    expect(elementsOf(rows[1] ?? '', 'w:tc')[3]).toContain('<w:jc w:val="right"/>');
  });
});

const ratingBars: PaperBlock = {
  _tag: 'RatingBars',
  title: 'Actions by rating',
  alt: 'On 31 March 2026: Red 2. On 30 June 2026: Red 1, Green 1.',
  ratings: [paperRating('Red'), paperRating('Green')],
  bars: [
    { label: '31 March 2026', counts: [2, 0] },
    { label: '30 June 2026', counts: [1, 1] },
  ],
};

const lines: PaperBlock = {
  _tag: 'Lines',
  title: 'Families, 2024/25 to 2025/26',
  alt: 'Chart of families "& others".',
  unit: 'families',
  periods: ['2024/25', '2025/26'],
  lines: [
    {
      name: 'Harbour',
      kind: 'series',
      values: [{ value: 380, isProvisional: false }, null],
    },
    {
      name: 'England',
      kind: 'comparator',
      values: [
        { value: 388, isProvisional: false },
        { value: 390.5, isProvisional: true },
      ],
    },
  ],
};

describe('the pictures of a Word paper', () => {
  const valuesIn = (xml: string): ReadonlyArray<ReadonlyArray<string>> =>
    elementsOf(xml, 'c:ser').map((series) =>
      [...series.slice(series.indexOf('<c:val>')).matchAll(/<c:v>([^<]*)<\/c:v>/gu)].map(
        ([, value = '']) => value,
      ),
    );

  it('given counts, then a chart of Word’s own in the ratings’ colours, the first bar at the top', async () => {
    const { part } = await withBlocks(ratingBars);
    const chart = part('word/charts/chart1.xml');
    expect(chart).toContain('<c:grouping val="stacked"/>');
    // From the bottom up: 30 June, then 31 March.
    expect(valuesIn(chart)).toEqual([
      ['1', '2'],
      ['1', '0'],
    ]);
    expect(chart).toContain('<a:srgbClr val="CA3535"/>');
    expect(chart).toContain('<a:srgbClr val="0F7A52"/>');
  });

  it('given values, then lines that are broken where there is none', async () => {
    const { part } = await withBlocks(lines);
    const chart = part('word/charts/chart1.xml');
    expect(chart).toContain('<c:lineChart>');
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
    expect(valuesIn(chart)).toEqual([['380'], ['388', '390.5']]);
    // From 380 to 390.5 with a tenth of that on either side, in steps of two.
    expect(chart).toContain('<c:min val="378"/>');
  });

  it('given pictures, then each says what it shows, under a number of its own', async () => {
    const { text } = await withBlocks(ratingBars, lines);
    const drawings = [...text.matchAll(/<wp:docPr id="(\d+)"[^>]* descr="([^"]*)"/gu)];
    expect(drawings.map(([, , alt]) => alt)).toEqual([
      'On 31 March 2026: Red 2. On 30 June 2026: Red 1, Green 1.',
      'Chart of families &quot;&amp; others&quot;.',
    ]);
    expect(new Set(drawings.map(([, id]) => id)).size).toBe(2);
  });
});

describe('words that a file could trip over', () => {
  const hostile = '<w:t>&amp;\u0000\u0008\uFFFE\uD800{{paper}}\tend</w:t>]]>';
  const kept = '<w:t>&amp;{{paper}} end</w:t>]]>';

  it('given markup, control characters and halves of letters, then the words stand, and no more', async () => {
    const table = tableOf(
      hostile,
      [{ head: hostile, share: 1, of: () => wordsCell(hostile) }],
      [0],
    );
    const paper = aBoardPaper(
      [
        aSection(
          [
            { _tag: 'Paragraph', words: hostile },
            { _tag: 'Bullets', items: [hostile] },
            { _tag: 'Heading', level: 2, words: hostile },
            table,
          ],
          { heading: hostile },
        ),
      ],
      { title: hostile, subtitle: hostile, footer: hostile, standing: [hostile] },
    );
    const { text, names, part } = await read(paper);
    const words = elementsOf(text, 'w:p').map(wordsOf);
    expect(words.filter((one) => one === kept)).toHaveLength(9);
    for (const name of names.filter((one) => one.endsWith('.xml')))
      for (const lost of ['\u0000', '\u0008', '\uFFFE', '\uFFFD'])
        expect(part(name).includes(lost)).toBe(false);
  });
});

describe('a paper without anything in it', () => {
  it('given no sections, then there is still a paper with its title', async () => {
    const { text } = await read(
      aBoardPaper([aSection([{ _tag: 'Paragraph', words: 'Nothing.' }])]),
    );
    expect(inStyle(text, 'Title')).toEqual(['Harbour Plan']);
  });
});
