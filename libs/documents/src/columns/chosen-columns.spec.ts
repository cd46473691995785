import { columnMeaningsOf } from './column-meanings.ts';
import { must } from '@trackrecord/test-kit';
import { ColumnHead, type ColumnMeaning } from '@trackrecord/domain';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import { tableDocument } from './testing/table-document.ts';

const meanings = (chosen: Readonly<Record<string, ColumnMeaning>>) =>
  columnMeaningsOf(
    Object.entries(chosen).map(([head, meaning]) => ({ head: must(ColumnHead)(head), meaning })),
  );

const unnamed = tableDocument([
  ['Thing', 'Where are we', 'Person'],
  ['Open a family hub', 'Amber', 'M. Fox'],
  ['Recruit two wardens', 'Green', 'I. Farrow'],
]);

const inShort = (...given: Parameters<typeof proposePlan>) =>
  proposePlan(...given).actions.map(({ title, rating, owners, notes }) => ({
    title,
    rating,
    owners: owners.map(({ name }) => name),
    notes: notes.map(({ text }) => text),
  }));

describe('given a table whose heads say nothing', () => {
  it('when nobody said what its columns mean, then no action is made of it', () => {
    expect(inShort(unnamed)).toEqual([]);
  });

  it('when somebody said it, then each row is an action', () => {
    const chosen = meanings({ 'thing:': 'action', 'WHERE ARE WE?': 'rating', Person: 'lead' });
    expect(inShort(unnamed, chosen)).toEqual([
      { title: 'Open a family hub', rating: 'Amber', owners: ['M. Fox'], notes: [] },
      { title: 'Recruit two wardens', rating: 'Green', owners: ['I. Farrow'], notes: [] },
    ]);
  });

  it('when somebody said only which column holds the actions, then that is enough', () => {
    expect(inShort(unnamed, meanings({ Thing: 'action' })).map(({ title }) => title)).toEqual([
      'Open a family hub',
      'Recruit two wardens',
    ]);
  });
});

describe('given a table whose heads say what they hold', () => {
  const named = tableDocument([
    ['Action', 'Status', 'Lead'],
    ['Open a family hub', 'Amber', 'M. Fox'],
  ]);

  it('when somebody said otherwise, then that counts before the name', () => {
    expect(inShort(named, meanings({ status: 'notes' }))).toEqual([
      { title: 'Open a family hub', rating: undefined, owners: ['M. Fox'], notes: ['Amber'] },
    ]);
  });

  it('when somebody said that a column means nothing, then it is kept as text', () => {
    const chosen = meanings({ Status: 'nothing' });
    expect(inShort(named, chosen)).toEqual([
      { title: 'Open a family hub', rating: undefined, owners: ['M. Fox'], notes: [] },
    ]);
    expect(JSON.stringify(proposePlan(named, chosen).narratives)).toContain('Amber');
  });
});
