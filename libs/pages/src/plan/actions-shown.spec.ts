import type { ActionAnswer } from '@trackrecord/application';
import { LocalDate } from '@trackrecord/kernel';
import { Text } from '@trackrecord/domain';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { filterActions } from './filter-actions.ts';
import { groupActions } from './group-actions.ts';
import { type PlanParams, type SortKey, usualParams } from './plan-params.ts';
import { sortActions } from './sort-actions.ts';

const on = must(LocalDate);
const lead = (name: string, party = name) => ({ party, name, role: 'lead' });
const support = (name: string, party = name) => ({ party, name, role: 'support' });
const refs = (actions: ReadonlyArray<ActionAnswer>) => actions.map(({ ref }) => ref).join(' ');

describe('filtering actions', () => {
  const actions = [
    anActionAnswer('1', { rating: 'Red', owners: [lead('Asha Bell', 'p-1')], updateOwed: true }),
    anActionAnswer('2', {
      rating: 'Green',
      status: 'closed',
      owners: [support('Asha Bell', 'p-9'), lead('Tom Okafor')],
      under: { priority: '7a', theme: null, enabler: null, results: [] },
      notes: [{ text: 'The CAFÉ opened in the children’s centre.', on: on('2026-03-03') }],
    }),
    anActionAnswer('2(i).4', {
      title: 'Café for carers',
      under: { priority: null, theme: null, enabler: 'A', results: [] },
    }),
  ];
  const shown = (asked: Partial<PlanParams>) =>
    refs(filterActions(actions, { ...usualParams, ...asked }));

  it.each<[Partial<PlanParams>, string]>([
    [{}, '1 2 2(i).4'],
    [{ ratings: ['Red', 'Green'] }, '1 2'],
    [{ place: '7a' }, '2'],
    [{ place: 'enabler:A' }, '2(i).4'],
    [{ owner: 'p-1' }, '1 2'],
    [{ owner: 'nobody' }, '2(i).4'],
    [{ owedOnly: true }, '1'],
    [{ status: 'closed' }, '2'],
    [{ status: 'open' }, '1 2(i).4'],
    [{ status: 'withdrawn' }, ''],
    [{ search: 'cafe' }, '2 2(i).4'],
    [{ search: "children's OPENED" }, '2'],
    [{ search: 'café zebra' }, ''],
    [{ search: '2(I)' }, '2(i).4'],
    [{ ratings: ['Red'], owedOnly: true, search: 'do' }, '1'],
  ])('given %j, then %s', (asked, expected) => {
    expect(shown(asked)).toBe(expected);
  });
});

describe('sorting actions', () => {
  const timescale = (latest: string) => ({ asWritten: must(Text)('soon'), latest: on(latest) });
  const actions = [
    anActionAnswer('10', { rating: 'Green', lastUpdatedOn: on('2026-03-01'), owners: [lead('B')] }),
    anActionAnswer('2', { rating: 'Red', timescale: timescale('2027-01-31') }),
    anActionAnswer('2(i).11', { rating: 'Amber', owners: [support('A'), lead('C')] }),
    anActionAnswer('2(i).4', {
      lastUpdatedOn: on('2026-01-01'),
      timescale: { asWritten: must(Text)('from May 2026'), earliest: on('2026-05-01') },
      owners: [lead('a')],
    }),
    anActionAnswer('7b', { rating: 'Red', lastUpdatedOn: on('2026-03-01') }),
    anActionAnswer('7a', { rating: 'Red', timescale: { asWritten: must(Text)('in time') } }),
  ];
  const sorted = (by: SortKey, direction: 'ascending' | 'descending') =>
    refs(sortActions(actions, { by, direction }));

  it.each<[SortKey, string, string]>([
    ['ref', '2 2(i).4 2(i).11 7a 7b 10', '10 7b 7a 2(i).11 2(i).4 2'],
    ['rating', '2 7a 7b 2(i).11 10 2(i).4', '10 2(i).11 2 7a 7b 2(i).4'],
    ['updated', '2(i).4 7b 10 2 2(i).11 7a', '7b 10 2(i).4 2 2(i).11 7a'],
    ['timescale', '2(i).4 2 2(i).11 7a 7b 10', '2 2(i).4 2(i).11 7a 7b 10'],
    ['owner', '2(i).4 10 2(i).11 2 7a 7b', '2(i).11 10 2(i).4 2 7a 7b'],
  ])('given %s, then %s; the other way about %s', (by, ascending, descending) => {
    expect(sorted(by, 'ascending')).toBe(ascending);
    expect(sorted(by, 'descending')).toBe(descending);
  });
});

describe('grouping actions', () => {
  const under = (place: Partial<ActionAnswer['under']>): ActionAnswer['under'] => ({
    priority: null,
    theme: null,
    enabler: null,
    results: [],
    ...place,
  });
  const actions = [
    anActionAnswer('1', { under: under({ priority: '1', theme: '1.2' }), rating: 'Green' }),
    anActionAnswer('2', { under: under({ priority: '1' }), rating: 'Red' }),
    anActionAnswer('3', { under: under({ priority: '1', theme: '1.1' }), owners: [lead('Tom')] }),
    anActionAnswer('4', { under: under({ priority: '2', results: ['2(i)', '2(ii)'] }) }),
    anActionAnswer('5', { under: under({ priority: '2', results: ['2(i)'] }), rating: 'Red' }),
    anActionAnswer('6', { under: under({ priority: '2' }), owners: [lead('Asha'), lead('Tom')] }),
    anActionAnswer('7', { under: under({ enabler: 'A' }) }),
    anActionAnswer('8', { under: under({ priority: 'gone' }) }),
  ];
  const plan = aPlanAnswer(actions, {
    priorities: [
      aPriorityAnswer('1', {
        themes: [
          { ref: '1.1', title: 'By talking' },
          { ref: '1.2', title: 'By listening' },
          { ref: '1.3', title: 'By waiting' },
        ],
      }),
      aPriorityAnswer('2'),
      aPriorityAnswer('3'),
    ],
    enablers: [{ ref: 'A', title: 'One front door' }],
  });
  const grouped = (grouping: 'document' | 'rating' | 'owner' | 'none', some = actions) =>
    groupActions(plan, some, grouping).map(({ of, parts }) => [
      Object.values(of).join(' '),
      ...parts.map((part) => `${part.heading ?? '-'}: ${refs(part.actions)}`),
    ]);

  it('given the document’s groups, then every priority and enabler, by themes and by results', () => {
    expect(grouped('document')).toEqual([
      ['Priority 1', '-: 2', '1.1 By talking: 3', '1.2 By listening: 1'],
      ['Priority 2', '-: 6', 'For results 2(i) and 2(ii): 4', 'For result 2(i): 5'],
      ['Priority 3'],
      ['Enabler A', '-: 7'],
      ['Elsewhere', '-: 8'],
    ]);
  });

  it('given ratings, then worst first and not rated last', () => {
    expect(grouped('rating')).toEqual([
      ['Rating Red', '-: 2 5'],
      ['Rating Green', '-: 1'],
      ['Rating Not rated', '-: 3 4 6 7 8'],
    ]);
  });

  it('given owners, then an action stands under each of its owners, and nobody’s come last', () => {
    expect(grouped('owner')).toEqual([
      ['Owner Asha', '-: 6'],
      ['Owner Tom', '-: 3 6'],
      ['Owner ', '-: 1 2 4 5 7 8'],
    ]);
  });

  it('given no groups, then one; given no actions, then none but the document’s', () => {
    expect(grouped('none')).toEqual([['Everything', '-: 1 2 3 4 5 6 7 8']]);
    expect(grouped('none', [])).toEqual([]);
    expect(grouped('rating', [])).toEqual([]);
    expect(grouped('document', []).map(([name]) => name)).toEqual([
      'Priority 1',
      'Priority 2',
      'Priority 3',
      'Enabler A',
    ]);
  });
});
