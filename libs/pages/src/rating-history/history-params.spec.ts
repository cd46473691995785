import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { historyQuery, parseHistoryParams, spanFrom } from './history-params.ts';

const on = must(LocalDate);

const read = (text: string) => {
  const typed = new URLSearchParams(text);
  return parseHistoryParams({ one: (name) => typed.get(name) ?? undefined }, ['7a', 'enabler:A']);
};

describe('what an address asks of a rating history', () => {
  it('given nothing when it is read then all of it', () => {
    expect(read('')).toEqual({ params: { span: 'all', place: null }, errors: [] });
  });

  it('given a span and a place when they are read and written again then the same', () => {
    const { params, errors } = read('span=12-months&priority=7A');
    expect(errors).toEqual([]);
    expect(historyQuery(params)).toBe('span=12-months&priority=7a');
  });

  it('given what is neither when it is read then it is left out and told', () => {
    const { params, errors } = read('span=week&priority=9');
    expect(params).toEqual({ span: 'all', place: null });
    expect(errors.map(({ field }) => field)).toEqual(['span', 'priority']);
  });

  it('given a span when its beginning is asked for then so many months back, never before the plan', () => {
    const [first, asOf] = [on('2025-04-01'), on('2026-06-30')];
    expect(spanFrom('all', first, asOf)).toBe('2025-04-01');
    expect(spanFrom('6-months', first, asOf)).toBe('2025-12-30');
    expect(spanFrom('3-years', first, asOf)).toBe('2025-04-01');
  });
});
