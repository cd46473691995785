import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { day, empty, number, type Sheet, words } from '../sheets/sheet.ts';
import { sheetAsCsv } from './csv.ts';

const sheet = (...rows: Sheet['rows']): Sheet => ({
  name: 'Made up',
  columns: ['Ref', 'In words', 'Due', 'Value'].map((head) => ({ head, width: 10, kind: 'long' })),
  rows,
  kept: 0,
});

const mark = '\ufeff';
const heads = 'Ref,In words,Due,Value\r\n';

describe('a sheet as CSV', () => {
  it('given no rows, then its heads, after the mark of UTF-8', () => {
    expect(sheetAsCsv(sheet())).toBe(`${mark}${heads}`);
  });

  it('given commas, quotes and line breaks, then quoted as RFC 4180 says, rows ending in CR LF', () => {
    const row = [words('1'), words('a "b", c\nd'), empty, empty];
    expect(sheetAsCsv(sheet(row))).toBe(`${mark}${heads}1,"a ""b"", c\nd",,\r\n`);
  });

  it('given a date, then as ISO 8601; given a time, with a space', () => {
    const row = [
      empty,
      { _tag: 'Time', at: '2026-06-30T10:05:00' } as const,
      day(must(LocalDate)('2026-09-30')),
      empty,
    ];
    expect(sheetAsCsv(sheet(row))).toBe(`${mark}${heads},2026-06-30 10:05:00,2026-09-30,\r\n`);
  });

  it.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\tx', '\rx'])(
    'given the text %j, then an apostrophe keeps it text',
    (text) => {
      const written = sheetAsCsv(sheet([words('1'), words(text), empty, empty]));
      expect(written.slice(`${mark}${heads}1,`.length)).toMatch(/^"?'/u);
    },
  );

  it('given a number below 0, then it stays a number', () => {
    expect(sheetAsCsv(sheet([empty, empty, empty, number(-2.5)]))).toBe(
      `${mark}${heads},,,-2.5\r\n`,
    );
  });

  it('given tabs between values, then words with commas stand as they are, and words with tabs are quoted', () => {
    const row = [words('1'), words('a, b'), words('c\td'), empty];
    expect(sheetAsCsv(sheet(row), '\t')).toBe(
      `${mark}${heads.replaceAll(',', '\t')}1\ta, b\t"c\td"\t\r\n`,
    );
  });
});
