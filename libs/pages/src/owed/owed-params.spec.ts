import { describe, expect, it } from 'vitest';
import { isOwedFiltered, owedQuery, parseOwedParams, usualOwed } from './owed-params.ts';

const read = (query: string) => {
  const typed = new URLSearchParams(query);
  return parseOwedParams((name) => typed.getAll(name), ['party', 'plan', 'none']);
};

describe('what an address asks of updates owed', () => {
  it('given nothing when it is read then everything by who owes it, the most overdue first', () => {
    expect(read('')).toEqual({ params: usualOwed, errors: [] });
    expect(isOwedFiltered(usualOwed)).toBe(false);
  });

  it('given all of it when it is read and written again then the same', () => {
    const query =
      'whose=mine&reason=asked&reason=never-rated&party=p-1&group=plan&sort=since&page=3';
    const { params, errors } = read(query);
    expect(errors).toEqual([]);
    expect(owedQuery(params)).toBe(query);
    expect(isOwedFiltered(params)).toBe(true);
  });

  it.each([
    ['whose=ours', 'whose', 'It can be all or mine.'],
    [
      'reason=late',
      'reason',
      'It can be asked, overdue, never-rated, timescale-passed, target-with-a-gap, no-observation, data-missing or period-ended.',
    ],
    ['group=priority', 'group', 'It can be party, plan or none.'],
    ['sort=name', 'sort', 'It can be late, ref or since.'],
    ['page=0', 'page', 'Enter a number from 1.'],
  ])('given %s when it is read then it is left out and told', (query, field, words) => {
    const { params, errors } = read(query);
    expect(params).toEqual(usualOwed);
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(errors[0]?.message).toContain(words);
  });
});
