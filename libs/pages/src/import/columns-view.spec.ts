import { describe, expect, it } from 'vitest';
import { type ColumnShown, columnsView } from './columns-view.ts';

const samples = {
  heads: ['Thing', 'Where are we', ''],
  rows: [
    ['Open a family hub', 'Amber', ''],
    ['Recruit two wardens', 'Green', 'Twice'],
  ],
};

const column = (head: string, more: Partial<ColumnShown> = {}): ColumnShown => ({
  field: `column-${head.toLowerCase()}`,
  head,
  where: 'table 1, row 1, column 1',
  state: 'asked',
  chosen: 'action',
  samples,
  ...more,
});

describe('the columns of a preview', () => {
  it('given none, then nothing is shown', () => {
    expect(columnsView([], [])).toBeNull();
  });

  it('given columns that are asked about, then those of the same rows stand under them together', () => {
    const other = { heads: ['Step'], rows: [['Open a garden']] };
    const view = columnsView([column('A'), column('B'), column('C', { samples: other })], []);
    expect(
      view?.asked.map(({ caption, fields }) => [caption, fields.map(({ label }) => label)]),
    ).toEqual([
      ['2 rows with these heads', ['What is “A”?', 'What is “B”?']],
      ['A row with these heads', ['What is “C”?']],
    ]);
    expect(view?.asked[0]?.rows[1]).toEqual([
      { text: 'Recruit two wardens', head: 'Thing' },
      { text: 'Green', head: 'Where are we' },
      { text: 'Twice', head: '' },
    ]);
  });

  it('given a guess, then it is chosen; given none, then that is said', () => {
    const view = columnsView([column('A'), column('B', { chosen: 'nothing' })], []);
    expect(view?.asked[0]?.fields.map(({ value, hint }) => [value, hint])).toEqual([
      ['action', 'Table 1, row 1, column 1.'],
      ['nothing', 'Table 1, row 1, column 1. There is no guess.'],
    ]);
  });

  it('given columns whose meaning is known, then they can be said otherwise, folded unless one was refused', () => {
    const known = [column('A', { state: 'named' }), column('B', { state: 'chosen' })];
    expect(columnsView(known, [])).toMatchObject({
      asked: [],
      isOpen: false,
      knownWords: '2 columns were understood',
    });
    const errors = [{ field: 'column-b', message: 'Choose.' }];
    expect(columnsView(known, errors)?.isOpen).toBe(true);
    expect(columnsView(known.slice(1), [])?.knownWords).toBe('1 column was understood');
  });
});
