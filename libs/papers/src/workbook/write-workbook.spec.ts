import { cutMark, mostInCell } from '@trackrecord/documents';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cell, day, empty, number, type Sheet, words } from '../sheets/sheet.ts';
import { partsOf } from '../testing/parts-of.ts';
import type { WorkbookFile } from './workbook-file.ts';
import { writeWorkbook } from './write-workbook.ts';

const ratings = ['Red', 'Amber/Green', 'Not rated'];

const sheet = (...rows: ReadonlyArray<ReadonlyArray<Cell>>): Sheet => ({
  name: 'Actions',
  columns: [
    { head: 'Action id', width: 12, kind: 'short', hidden: true },
    { head: 'Action', width: 40, kind: 'long' },
    { head: 'Rating', width: 14, kind: 'rating', choices: ratings },
    { head: 'Due', width: 12, kind: 'day' },
    { head: 'Recorded', width: 16, kind: 'time' },
    { head: 'Value', width: 10, kind: 'number' },
  ],
  rows,
  kept: 2,
});

const file = (...sheets: ReadonlyArray<Sheet>): WorkbookFile => ({
  title: 'Harbour & Vale <plan>',
  foot: 'As of 30 June 2026',
  madeOn: must(LocalDate)('2026-06-30'),
  about: {
    name: 'About',
    lines: [
      { _tag: 'Title', words: 'Harbour' },
      { _tag: 'Fact', label: 'Ordinal', value: words('20') },
    ],
  },
  sheets,
  properties: [
    ['Trackrecord.plan', 'harbour'],
    ['Trackrecord.form', 'a "b" & <c>'],
  ],
});

const dangerous = ['=HYPERLINK("http://x")', '+44', '-2+3', '@SUM(A1)', '\tx', '007', '1e5'];

const row = (text: string): ReadonlyArray<Cell> => [
  words('27'),
  words(text),
  words('Amber/Green'),
  day(must(LocalDate)('2026-09-30')),
  { _tag: 'Time', at: '2026-06-30T10:30:00' },
  number(-2.5),
];

/** What a cell of the second sheet holds: its element. */
const cellIn = (xml: string, place: string): string =>
  new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`, 'su').exec(xml)?.[0] ?? '';

const sharedIn = (parts: ReadonlyMap<string, string>): ReadonlyArray<string> =>
  [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gsu)].map(
    ([, text = '']) => text,
  );

const wordsAt = (parts: ReadonlyMap<string, string>, place: string): string => {
  const cell = cellIn(parts.get('xl/worksheets/sheet2.xml') ?? '', place);
  const [, index = ''] = /t="s"><v>(\d+)<\/v>/u.exec(cell) ?? [];
  return sharedIn(parts)[Number(index)] ?? `no words: ${cell}`;
};

describe('a workbook as a file', () => {
  const at: { parts: ReadonlyMap<string, string> } = { parts: new Map() };
  const page = (): string => at.parts.get('xl/worksheets/sheet2.xml') ?? '';

  beforeAll(async () => {
    at.parts = await partsOf(await writeWorkbook(file(sheet(...dangerous.map(row)))));
  });

  it('given words that look like formulas or numbers, then all of them are words', () => {
    expect(page()).not.toMatch(/<f[ >/]/u);
    expect(dangerous.map((_, index) => wordsAt(at.parts, `B${index + 2}`))).toEqual([
      '=HYPERLINK(&quot;http://x&quot;)',
      '+44',
      '-2+3',
      '@SUM(A1)',
      '\tx',
      '007',
      '1e5',
    ]);
  });

  it('given a date, a time and a number, then numbers: 30 September 2026 is day 46,295 of Excel', () => {
    // Days from 30 December 1899: 126 years of 365 days and 31 leap days to 30 December 2025, and 274 more.
    expect(365 * 126 + 31 + 274).toBe(46_295);
    expect(cellIn(page(), 'D2')).toMatch(/<v>46295<\/v>/u);
    // 92 days before, at half past ten: 10.5 / 24.
    expect(cellIn(page(), 'E2')).toMatch(/<v>46203\.4375<\/v>/u);
    expect(cellIn(page(), 'F2')).toMatch(/<v>-2\.5<\/v>/u);
    expect(at.parts.get('xl/styles.xml')).toContain('formatCode="d mmm yyyy"');
  });

  it('given its head, then frozen, filtered, printed on every page, across; the ids hidden', () => {
    expect(page()).toMatch(/<pane xSplit="2" ySplit="1"[^>]*state="frozen"/u);
    expect(page()).toContain('<autoFilter ref="A1:F8"/>');
    expect(page()).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/u);
    expect(page()).toMatch(/<col min="1" max="1"[^>]*hidden="1"/u);
    expect(at.parts.get('xl/workbook.xml')).toMatch(/Print_Titles"[^>]*>[^<]*\$1:\$1</u);
  });

  it('given words of three lines, then a row as high, which programs may change', async () => {
    const three = file(sheet(row(`${'words '.repeat(11)}\nand`)));
    const xml = (await partsOf(await writeWorkbook(three))).get('xl/worksheets/sheet2.xml');
    expect(xml).toMatch(/<row r="2" ht="47"(?! customHeight)/u);
  });

  it('given ratings, then a list to choose from and a colour for each, also on 200 rows below', () => {
    expect(page()).toMatch(
      /<dataValidation type="list"[^>]*sqref="C2:C208"[^>]*><formula1>&quot;Red,Amber\/Green,Not rated&quot;/u,
    );
    expect(page().match(/<cfRule type="cellIs"/gu)).toHaveLength(3);
    expect(page()).toMatch(/<conditionalFormatting sqref="C2:C208">/u);
    expect(at.parts.get('xl/styles.xml')).toContain('rgb="FFCA3535"');
  });

  it('given properties, then they are the file’s own, and the package knows of them', () => {
    expect(at.parts.get('docProps/custom.xml')).toContain(
      'pid="2" name="Trackrecord.plan"><vt:lpwstr>harbour</vt:lpwstr>',
    );
    expect(at.parts.get('docProps/custom.xml')).toContain('a &quot;b&quot; &amp; &lt;c&gt;');
    expect(at.parts.get('[Content_Types].xml')).toContain('PartName="/docProps/custom.xml"');
    expect(at.parts.get('_rels/.rels')).toContain('Target="docProps/custom.xml"');
  });

  it('given it is written again, then it is the same bytes', async () => {
    const again = file(sheet(row('as before')));
    expect(await writeWorkbook(again)).toEqual(await writeWorkbook(again));
  });
});

describe('what a cell cannot hold', () => {
  const holding = async (text: string): Promise<string> =>
    wordsAt(await partsOf(await writeWorkbook(file(sheet(row(text))))), 'B2');

  it('given characters that XML cannot hold, then they are left out, and lines end as in Excel', async () => {
    expect(await holding('a\u0000b\u001bc\ufffe\r\nd\re')).toBe('abc\nd\ne');
  });

  it('given half a character, then another stands for it', async () => {
    expect(await holding('a\ud800b')).toBe('a\ufffdb');
  });

  it('given as much as a cell holds, then all of it; given more, then a mark says that it is cut', async () => {
    expect(await holding('x'.repeat(mostInCell))).toHaveLength(32_767);
    const cut = await holding('x'.repeat(mostInCell + 1));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith(cutMark)).toBe(true);
  });

  it('given words cut between the halves of a character, then before it', async () => {
    const cut = await holding(`x${'\u{1f600}'.repeat(20_000)}`);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(32_767);
  });

  it('given a list that is too long for a rule, then it stands on a sheet that is not shown', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `A rating of many words ${index}`);
    const long = sheet(row('x'));
    const parts = await partsOf(
      await writeWorkbook(
        file({
          ...long,
          columns: long.columns.map((one) =>
            one.kind === 'rating' ? { ...one, choices: many } : one,
          ),
        }),
      ),
    );
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain(
      '<formula1>Lists!$A$1:$A$20</formula1>',
    );
    expect(parts.get('xl/workbook.xml')).toMatch(/name="Lists"[^>]*state="hidden"/u);
  });

  it('given no rows, then the heads alone, with room below them', async () => {
    const parts = await partsOf(await writeWorkbook(file(sheet())));
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A1:F1"/>');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('sqref="C2:C201"');
  });

  it('given a date that Excel cannot count, then it stands in words', async () => {
    const old = [...row('x').slice(0, 3), day(must(LocalDate)('1899-12-31')), empty, empty];
    const parts = await partsOf(await writeWorkbook(file(sheet(old))));
    expect(wordsAt(parts, 'D2')).toBe('1899-12-31');
  });
});
