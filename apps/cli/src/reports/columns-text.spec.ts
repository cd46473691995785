import type { AskedColumn } from '@trackrecord/documents';
import { describe, expect, it } from 'vitest';
import { quietShell } from '../wiring/quiet-shell.ts';
import { columnsText } from './columns-text.ts';

const samples = {
  heads: ['Thing', 'Where are we', ''],
  rows: [
    ['Open a family hub', 'Amber', ''],
    ['Recruit two wardens', '', 'Twice'],
  ],
};

const column = (head: string, more: Partial<AskedColumn> = {}): AskedColumn => ({
  block: 2,
  line: 4,
  head,
  guess: 'rating',
  samples,
  ...more,
});

const lines = (...columns: ReadonlyArray<AskedColumn>): ReadonlyArray<string> =>
  columnsText({ ...quietShell().terminal, width: 200 }, columns);

describe('the columns that are asked about, as text', () => {
  it('given none, then nothing is said', () => {
    expect(lines()).toEqual([]);
  });

  it('given one, then where it is, what to type, and its sample rows without empty cells', () => {
    const place = 'table 1, row 1, column 2';
    expect(lines(column('Where are we', { place })).slice(1, -1)).toEqual([
      '1 column was not read, since its head does not say what it means:',
      '“Where are we” (table 1, row 1, column 2): maybe the rating',
      '  --map "Where are we=rating"',
      '  - Thing: Open a family hub · Where are we: Amber',
      '  - Thing: Recruit two wardens · Twice',
    ]);
  });

  it('given two of one table in a text, then their lines, and the sample rows once', () => {
    const told = lines(column('Thing', { guess: 'action' }), column('Where are we'));
    expect(told.slice(1, -1)).toEqual([
      '2 columns were not read, since their heads do not say what they mean:',
      '“Thing” (line 4): maybe the action',
      '  --map Thing=action',
      '“Where are we” (line 4): maybe the rating',
      '  --map "Where are we=rating"',
      '  - Thing: Open a family hub · Where are we: Amber',
      '  - Thing: Recruit two wardens · Twice',
    ]);
    expect(told.at(-1)).toContain('Accepted are ref, action, rating, lead,');
  });

  it('given a head with marks that a shell reads, then what to type is safe to type', () => {
    expect(lines(column('Cost $ "net"', { guess: 'nothing' }))[3]).toBe(
      String.raw`  --map "Cost \$ \"net\"=nothing"`,
    );
  });
});
