import type { Question } from '@trackrecord/application';
import { Instant, LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { dateQuery, withDates, withoutDates } from './date-query.ts';

const asOf = must(LocalDate)('2009-06-30');
const past: Question = {
  asOf,
  knownAt: { _tag: 'AtEndOf', date: must(LocalDate)('2009-07-01') },
};

describe('dateQuery', () => {
  it('given today, then nothing', () => {
    expect(dateQuery({})).toBe('');
  });

  it('given both clocks, then both', () => {
    expect(dateQuery(past)).toBe('asOf=2009-06-30&knownAt=2009-07-01');
  });

  it('given an ordinal, an instant or a document, then as an address writes it', () => {
    expect(dateQuery({ knownAt: { _tag: 'AtOrdinal', ordinal: must(Ordinal)(59) } })).toBe(
      'knownAt=59',
    );
    expect(
      dateQuery({
        knownAt: { _tag: 'AtInstant', instant: must(Instant)('2026-03-05T14:02:00.000Z') },
      }),
    ).toBe('knownAt=2026-03-05T14%3A02%3A00.000Z');
    expect(dateQuery({ asIn: 'June & July.txt' })).toBe('asIn=June+%26+July.txt');
  });
});

describe('withDates', () => {
  it('given a plain address, then its dates', () => {
    expect(withDates('/plans', past)).toBe('/plans?asOf=2009-06-30&knownAt=2009-07-01');
  });

  it('given an address that asks and points, then both stay', () => {
    expect(withDates('/plans/a?rating=Red#action-27', { asOf })).toBe(
      '/plans/a?rating=Red&asOf=2009-06-30#action-27',
    );
  });

  it('given an address that has dates, then it has the new ones only', () => {
    expect(withDates('/plans/a?asOf=2001-01-01&knownAt=5&asIn=x&page=2', { asOf })).toBe(
      '/plans/a?page=2&asOf=2009-06-30',
    );
  });

  it('given today, then no mark is left over', () => {
    expect(withDates('/plans/a?asOf=2001-01-01#top', {})).toBe('/plans/a#top');
  });
});

describe('withoutDates', () => {
  it('given an address with a repeated filter, then everything but the dates is kept', () => {
    expect(withoutDates('/plans/a?rating=Red&rating=Amber&asOf=2009-06-30')).toEqual({
      path: '/plans/a',
      kept: [
        { name: 'rating', value: 'Red' },
        { name: 'rating', value: 'Amber' },
      ],
    });
  });
});
