import type { OwedAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { aPlanAnswer, anActionAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { owedShown } from './owed-lines.ts';
import { usualOwed } from './owed-params.ts';
import { type MayAbout, owedRow, reasonInWords } from './owed-row.ts';

const on = must(LocalDate);

const debt = (more: Partial<OwedAnswer>): OwedAnswer => ({
  plan: must(PlanId)('harbour'),
  about: 'action:14',
  action: '2(i).4',
  title: 'Open the hall',
  party: { id: 'p-1', name: 'Asha Bell' },
  reason: 'overdue',
  since: on('2026-01-01'),
  dueOn: on('2026-04-01'),
  daysOverdue: 1,
  words: null,
  request: null,
  ...more,
});

const plan = aPlanAnswer([
  anActionAnswer('2(i).4', {
    rating: 'Amber',
    notes: [
      { text: 'Begun.', on: on('2025-12-01') },
      { text: 'Half done.', on: on('2026-01-01') },
    ],
  }),
]);

const rowOf = (debts: ReadonlyArray<OwedAnswer>, may: MayAbout, isToday = true) => {
  const [line] = owedShown(debts, usualOwed, new Set()).lines;
  if (line === undefined) throw new Error('no line');
  return owedRow({
    plans: new Map([['harbour', plan]]),
    question: isToday ? {} : { asOf: on('2026-05-01') },
    severalPlans: false,
    isToday,
    mayAbout: () => may,
  })(line);
};

describe('why an update is owed', () => {
  it.each([
    [debt({}), 'No news since 1 January 2026; it is due every 3 months'],
    [
      debt({
        reason: 'asked',
        words: 'Report needed',
        since: on('2026-03-01'),
        dueOn: on('2026-03-15'),
      }),
      'Asked on 1 March 2026, due on 15 March 2026: “Report needed”',
    ],
    [
      debt({
        reason: 'asked',
        words: 'Report needed',
        since: on('2026-03-01'),
        dueOn: on('2026-03-01'),
      }),
      'Asked on 1 March 2026: “Report needed”',
    ],
    [debt({ reason: 'never rated' }), 'Never rated since it came into the plan on 1 January 2026'],
    [
      debt({ reason: 'period ended', words: 'Close the plan.' }),
      'The plan’s period ended on 1 January 2026. Close the plan.',
    ],
  ])('given a debt when it is told then in words', (one, words) => {
    expect(reasonInWords(one, 3)).toBe(words);
  });

  it('given a cadence of one month, or none that is known, when it is told then in fitting words', () => {
    expect(reasonInWords(debt({}), 1)).toBe('No news since 1 January 2026; it is due every month');
    expect(reasonInWords(debt({}), null)).toBe('No news since 1 January 2026');
  });
});

describe('a line of updates owed', () => {
  it('given whoever may do both when it is shown then every form, filled in beforehand', () => {
    const { buttons, late, dueOn, said, rating } = rowOf([debt({})], { update: true, ask: true });
    expect(buttons).toEqual([
      { text: 'Give an update', href: '/plans/harbour/actions/2(i).4/answer' },
      { text: 'Nothing has changed', href: '/plans/harbour/actions/2(i).4/answer?news=none' },
      { text: 'Ask for an update', href: '/plans/harbour/actions/2(i).4/ask?of=p-1' },
    ]);
    expect([late, dueOn, rating]).toEqual(['1 day overdue', '1 April 2026', 'Amber']);
    expect(said).toEqual({ text: 'Half done.', on: '1 January 2026' });
  });

  it('given nobody who is named when it is shown then whom to ask is left open', () => {
    const { buttons, party } = rowOf([debt({ party: null })], { update: false, ask: true });
    expect(buttons).toEqual([
      { text: 'Ask for an update', href: '/plans/harbour/actions/2(i).4/ask' },
    ]);
    expect(party).toBeNull();
  });

  it('given a past date when it is shown then nothing can be done, and its link stays there', () => {
    const { buttons, href } = rowOf([debt({})], { update: true, ask: true }, false);
    expect(buttons).toEqual([]);
    expect(href).toBe('/plans/harbour/actions/2(i).4?asOf=2026-05-01');
  });
});
