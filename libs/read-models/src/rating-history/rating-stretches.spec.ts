import { LocalDate } from '@trackrecord/kernel';
import { must, ordinal } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { countingDates, countRatings } from './rating-counts.ts';
import { type Dated, ratingAt, ratingStretches } from './rating-stretches.ts';

const date = must(LocalDate);

type Said = readonly [field: string, value: Dated['value'], on: string];

/** Assertions in the order of recording. */
const said = (...list: ReadonlyArray<Said>): ReadonlyArray<Dated> =>
  list.map(([field, value, on], index) => ({
    field,
    value,
    effectiveOn: date(on),
    ordinal: ordinal(index + 1),
  }));

const created = [
  ['exists', true, '2026-01-01'],
  ['status', 'open', '2026-01-01'],
  ['rating', 'Not rated', '2026-01-01'],
] as const;

const stretchesOf = (...list: ReadonlyArray<Said>): ReadonlyArray<unknown> =>
  ratingStretches(said(...created, ...list)).map(({ rating, from, to }) => [rating, from, to]);

describe('the stretches of a rating', () => {
  it('given an action that nobody rated, then it is not rated from its beginning on', () => {
    expect(stretchesOf()).toEqual([['Not rated', '2026-01-01', null]]);
  });

  it('given ratings one after the other, then each until the next', () => {
    expect(stretchesOf(['rating', 'Red', '2026-02-01'], ['rating', 'Amber', '2026-04-01'])).toEqual(
      [
        ['Not rated', '2026-01-01', '2026-02-01'],
        ['Red', '2026-02-01', '2026-04-01'],
        ['Amber', '2026-04-01', null],
      ],
    );
  });

  it('given a late fact, then it stands in between', () => {
    expect(
      stretchesOf(
        ['rating', 'Green', '2026-02-01'],
        ['rating', 'Green', '2026-06-30'],
        ['rating', 'Red', '2026-05-01'],
      ),
    ).toEqual([
      ['Not rated', '2026-01-01', '2026-02-01'],
      ['Green', '2026-02-01', '2026-05-01'],
      ['Red', '2026-05-01', '2026-06-30'],
      ['Green', '2026-06-30', null],
    ]);
  });

  it('given a rating said again, then it is one stretch', () => {
    expect(stretchesOf(['rating', 'Red', '2026-01-01'], ['rating', 'Red', '2026-03-31'])).toEqual([
      ['Red', '2026-01-01', null],
    ]);
  });

  it('given two ratings for one date, then the one recorded last', () => {
    expect(stretchesOf(['rating', 'Red', '2026-02-01'], ['rating', 'Amber', '2026-02-01'])).toEqual(
      [
        ['Not rated', '2026-01-01', '2026-02-01'],
        ['Amber', '2026-02-01', null],
      ],
    );
  });

  it('given an action that was withdrawn and came back, then no stretch holds the time between', () => {
    expect(
      stretchesOf(
        ['rating', 'Red', '2026-02-01'],
        ['status', 'withdrawn', '2026-03-01'],
        ['rating', 'Green', '2026-04-01'],
        ['status', 'open', '2026-05-01'],
      ),
    ).toEqual([
      ['Not rated', '2026-01-01', '2026-02-01'],
      ['Red', '2026-02-01', '2026-03-01'],
      ['Green', '2026-05-01', null],
    ]);
  });

  it('given an action that is closed, then it keeps its rating', () => {
    expect(
      stretchesOf(['rating', 'Green', '2026-01-01'], ['status', 'closed', '2026-03-01']),
    ).toEqual([['Green', '2026-01-01', null]]);
  });

  it('given a rating from before the action came into the plan, then it counts from then', () => {
    expect(
      ratingStretches(said(['rating', 'Red', '2025-01-01'], ['exists', true, '2026-01-01'])),
    ).toEqual([{ rating: 'Red', from: '2026-01-01', to: null }]);
    expect(ratingStretches([])).toEqual([]);
  });

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'Not rated'],
    ['2026-01-31', 'Not rated'],
    ['2026-02-01', 'Red'],
    ['2026-12-31', 'Red'],
  ])('given %s, then the rating of that date is %s', (on, rating) => {
    const stretches = ratingStretches(said(...created, ['rating', 'Red', '2026-02-01']));
    expect(ratingAt(date(on))(stretches)).toBe(rating);
  });
});

describe('the dates at which actions are counted', () => {
  it.each([
    ['2026-01-31', '2026-01-31', 'month', ['2026-01-31']],
    ['2026-01-15', '2026-01-20', 'month', ['2026-01-20']],
    ['2026-01-31', '2026-03-31', 'month', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['2025-12-01', '2026-02-10', 'month', ['2025-12-31', '2026-01-31', '2026-02-10']],
  ])('given %s to %s, then by %s: %s', (first, last, every, dates) => {
    expect(countingDates(date(first), date(last))).toEqual({ every, dates });
  });

  it('given three years, then 36 months; a month more, and it is quarters', () => {
    const months = countingDates(date('2023-07-01'), date('2026-06-30'));
    expect([months.every, months.dates.length, months.dates[0]]).toEqual([
      'month',
      36,
      '2023-07-31',
    ]);
    const quarters = countingDates(date('2023-06-30'), date('2026-06-30'));
    expect([quarters.every, quarters.dates.slice(0, 2), quarters.dates.length]).toEqual([
      'quarter',
      ['2023-06-30', '2023-09-30'],
      13,
    ]);
  });

  it('given a plan that somebody dates to another age, then it is years, and a few thousand at most', () => {
    const { every, dates } = countingDates(date('0001-05-01'), date('2026-06-30'));
    expect([every, dates.length, dates[0], dates.at(-2), dates.at(-1)]).toEqual([
      'year',
      2026,
      '0001-12-31',
      '2025-12-31',
      '2026-06-30',
    ]);
  });
});

describe('counting ratings', () => {
  it('given actions over time, then how many had which rating on each date, those of the scale always', () => {
    const first = ratingStretches(said(...created, ['rating', 'Red', '2026-02-01']));
    const second = ratingStretches(
      said(...created, ['rating', 'Complete', '2026-02-28'], ['status', 'withdrawn', '2026-03-01']),
    );
    const dates = ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'].map(date);
    expect(
      countRatings(['Red', 'Green'], [first, second], dates).map(({ on, actions, byRating }) => [
        on,
        actions,
        byRating,
      ]),
    ).toEqual([
      ['2025-12-31', 0, { Red: 0, Green: 0, 'Not rated': 0, Complete: 0 }],
      ['2026-01-31', 2, { Red: 0, Green: 0, 'Not rated': 2, Complete: 0 }],
      ['2026-02-28', 2, { Red: 1, Green: 0, 'Not rated': 0, Complete: 1 }],
      ['2026-03-31', 1, { Red: 1, Green: 0, 'Not rated': 0, Complete: 0 }],
    ]);
  });
});
