import { describe, expect, it } from 'vitest';
import { type Column, csvOf } from './csv.ts';

type Line = Readonly<{ ref: string; value: number | null; late?: boolean }>;

const columns: ReadonlyArray<Column<Line>> = [
  { heading: 'Action', of: ({ ref }) => ref },
  { heading: 'Value', of: ({ value }) => value },
  { heading: 'Late', of: ({ late }) => late },
];

const bom = '\uFEFF';

describe('a table as CSV', () => {
  it('given rows, then it has a mark, headings, and a line for each, ended as RFC 4180 has it', () => {
    expect(csvOf(columns, [{ ref: '7a', value: 3, late: true }])).toBe(
      `${bom}Action,Value,Late\r\n7a,3,yes\r\n`,
    );
  });

  it('given no rows, then the headings stand alone', () => {
    expect(csvOf(columns, [])).toBe(`${bom}Action,Value,Late\r\n`);
  });

  it('given separators, quotes and line breaks, then they stay within their cell', () => {
    expect(csvOf(columns, [{ ref: 'a, "b"\nc', value: null, late: false }])).toBe(
      `${bom}Action,Value,Late\r\n"a, ""b""\nc",,no\r\n`,
    );
  });

  it.each(['a\nb', 'a\rb', 'a\r\nb'])(
    'given a cell %j with a line break and nothing else to quote, then it is quoted all the same',
    (ref) => {
      expect(csvOf(columns, [{ ref, value: null }])).toBe(
        `${bom}Action,Value,Late\r\n"${ref}",,\r\n`,
      );
    },
  );

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\uFF1D1'])(
    'given a cell %j that a spreadsheet would run, then it is told to be text',
    (ref) => {
      expect(csvOf(columns, [{ ref, value: null }])).toContain(`'${ref}`);
    },
  );

  it('given a number below 0, then it stays one', () => {
    expect(csvOf(columns, [{ ref: '1', value: -3.5 }])).toBe(
      `${bom}Action,Value,Late\r\n1,-3.5,\r\n`,
    );
  });

  it('given words for the head, then they stand above the headings, safe as any cell', () => {
    expect(csvOf(columns, [], [['Filter', '=rating']])).toBe(
      `${bom}Filter,'=rating\r\n\r\nAction,Value,Late\r\n`,
    );
  });
});
