import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planNavigation } from './plan-navigation.ts';

const plan = { id: 'harbour', title: 'Harbour and Vale' };
const everything = { audit: true, manage: true };
const nothing = { audit: false, manage: false };

describe('the navigation of a plan', () => {
  it('given somebody who may only read when it is made then it offers what they may open', () => {
    const { items } = planNavigation({ plan, current: 'owed', question: {}, may: nothing });
    expect(items.map(({ text }) => text)).toEqual([
      'Plan',
      'Changes',
      'Updates owed',
      'Reminders',
      'Indicators',
      'Targets and data needs',
      'Rating history',
      'Reviews',
    ]);
    expect(items.filter(({ current }) => current).map(({ href }) => href)).toEqual([
      '/plans/harbour/owed',
    ]);
  });

  it('given somebody who keeps the plan when it is made then audit trail and import are there too', () => {
    const { items } = planNavigation({ plan, current: 'plan', question: {}, may: everything });
    expect(items.slice(-2).map(({ href }) => href)).toEqual([
      '/plans/harbour/audit',
      '/plans/harbour/import',
    ]);
  });

  it('given dates when it is made then every link keeps them', () => {
    const question = {
      asOf: must(LocalDate)('2026-03-31'),
      knownAt: { _tag: 'AtOrdinal' as const, ordinal: must(Ordinal)(812) },
    };
    const { items } = planNavigation({ plan, current: 'plan', question, may: everything });
    items.forEach(({ href }) => expect(href).toMatch(/\?asOf=2026-03-31&knownAt=812$/u));
  });
});
