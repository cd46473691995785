import { Baseline, Comparator, Observation } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { columnsDrawn, valuesByPeriod } from './values-by-period.ts';

const definition = {
  ...{ title: 'Families', code: null, unit: null, direction: null },
  ...{ geography: 'Harbour', breakdowns: ['girls', 'boys'] },
};

const value = (period: string, number: number, more: object = {}) =>
  must(Observation)({ period, value: number, status: 'final', ...more });

const comparator = (of: string, period: string, number: number) =>
  must(Comparator)({ of, period, value: number });

/** A table as a reader sees it: each column's name, kind and numbers. */
const told = (of: Parameters<typeof valuesByPeriod>[0]) => {
  const { periods, columns } = valuesByPeriod(of);
  return [
    periods,
    ...columns.map(({ name, kind, values }) => [
      name,
      kind,
      values.map((one) => (one === null ? null : `${one.value}${one.isProvisional ? '?' : ''}`)),
    ]),
  ];
};

describe('the values of an indicator by period', () => {
  it('given parts, others’ values and a baseline, then a column each, over all their periods in time', () => {
    const of = {
      definition,
      baseline: must(Baseline)({ asWritten: '380 in 2023/24', value: 380, period: '2023/24' }),
      comparators: [comparator('England', '2024/25', 390), comparator('County', '2025/26', 361)],
      observed: [
        value('2025/26', 412, { status: 'provisional' }),
        value('2024/25', 405),
        value('2024/25', 200, { breakdown: 'girls' }),
      ],
    };
    expect(told(of)).toEqual([
      ['2023/24', '2024/25', '2025/26'],
      ['Harbour', 'series', [null, '405', '412?']],
      ['girls', 'series', [null, '200', null]],
      ['England', 'comparator', [null, '390', null]],
      ['County', 'comparator', [null, null, '361']],
      ['Baseline of the plan', 'baseline', ['380', null, null]],
    ]);
  });

  it('given no value of its own, then there is no table, whatever it would be held against', () => {
    const comparators = [comparator('England', '2024/25', 390)];
    expect(valuesByPeriod({ definition, baseline: null, comparators, observed: [] })).toEqual({
      periods: [],
      columns: [],
    });
  });

  it('given a baseline in words alone, then it is no point', () => {
    const baseline = must(Baseline)({ asWritten: 'about a third' });
    const observed = [value('2024/25', 405)];
    expect(told({ definition, baseline, comparators: [], observed })).toEqual([
      ['2024/25'],
      ['Harbour', 'series', ['405']],
    ]);
  });
});

describe('the columns that a picture holds', () => {
  const column = (name: string, kind: 'series' | 'comparator' | 'baseline') => ({ name, kind });
  const names = (most: number, ...kinds: ReadonlyArray<'series' | 'comparator'>) =>
    columnsDrawn(
      kinds.map((kind, place) => column(`${kind}${place}`, kind)),
      most,
    ).map(({ name }) => name);

  it('given more than it holds, then fewer of its own and all that they are held against', () => {
    expect(names(3, 'series', 'series', 'series', 'comparator')).toEqual([
      'series0',
      'series1',
      'comparator3',
    ]);
  });

  it('given very many to hold it against, then one of its own stays', () => {
    expect(names(2, 'series', 'series', 'comparator', 'comparator')).toEqual([
      'series0',
      'comparator2',
    ]);
  });
});
