import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { byNow } from './by-now.ts';

describe('how what is missing is told', () => {
  it('given today, then there is none yet', () => {
    expect(byNow({})).toBe('yet');
  });

  it('given any other date, then there is none on it', () => {
    expect(byNow({ asOf: must(LocalDate)('2026-03-31') })).toBe('on this date');
    expect(byNow({ knownAt: { _tag: 'AtEndOf', date: must(LocalDate)('2026-03-31') } })).toBe(
      'on this date',
    );
    expect(byNow({ asIn: 'plan-2025-q1.txt' })).toBe('on this date');
  });
});
