import type { OwedAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { linesOnPage, owedOnPage, owedShown } from './owed-lines.ts';
import { usualOwed } from './owed-params.ts';

const asha = { id: 'p-1', name: 'Asha Bell' };
const tide = { id: 'p-2', name: 'TIDE' };

const debt = (action: string | null, more: Partial<OwedAnswer> = {}): OwedAnswer => ({
  plan: must(PlanId)('harbour'),
  about: action === null ? 'plan' : `action:${action}`,
  action,
  title: action === null ? null : `Do ${action}`,
  party: asha,
  reason: 'overdue',
  since: must(LocalDate)('2026-01-01'),
  dueOn: must(LocalDate)('2026-04-01'),
  daysOverdue: 90,
  words: null,
  request: null,
  ...more,
});

const asked = (action: string, party: OwedAnswer['party'], daysOverdue: number): OwedAnswer =>
  debt(action, {
    party,
    reason: 'asked',
    daysOverdue,
    since: must(LocalDate)('2026-03-01'),
    dueOn: must(LocalDate)('2026-03-15'),
    words: 'Report needed',
  });

const nobodyAtAll = new Set<string>();

const refs = (shown: ReturnType<typeof owedShown>) => shown.lines.map(({ ref }) => ref);

describe('lines of updates owed', () => {
  it('given several debts of one party on one action when they are shown then one line, by the worst', () => {
    const { lines } = owedShown([debt('27'), asked('27', asha, 107)], usualOwed, nobodyAtAll);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      ref: '27',
      party: asha,
      dueOn: '2026-03-15',
      daysOverdue: 107,
      since: '2026-01-01',
    });
    expect(lines[0]?.debts.map(({ reason }) => reason)).toEqual(['overdue', 'asked']);
  });

  it('given debts of two parties on one action when they are shown then a line each', () => {
    const { lines } = owedShown([debt('27'), asked('27', tide, 107)], usualOwed, nobodyAtAll);
    expect(lines.map(({ party }) => party?.name)).toEqual(['TIDE', 'Asha Bell']);
  });

  it('given an order when they are shown then by lateness, by ref as people count, by last news', () => {
    const debts = [
      debt('10', { daysOverdue: 5, since: must(LocalDate)('2026-02-01') }),
      debt('2', { daysOverdue: 5, since: must(LocalDate)('2026-03-01') }),
      debt('3', { daysOverdue: 9, since: must(LocalDate)('2026-02-15') }),
    ];
    const by = (sort: (typeof usualOwed)['sort']) =>
      refs(owedShown(debts, { ...usualOwed, sort }, nobodyAtAll));
    expect(by('late')).toEqual(['3', '2', '10']);
    expect(by('ref')).toEqual(['2', '3', '10']);
    expect(by('since')).toEqual(['10', '3', '2']);
  });

  it('given what is asked when they are shown then only those', () => {
    const debts = [debt('1'), debt('2', { party: null }), asked('3', tide, 1)];
    const only = (more: Partial<typeof usualOwed>, own = nobodyAtAll) =>
      refs(owedShown(debts, { ...usualOwed, sort: 'ref', ...more }, own));
    expect(only({ reasons: ['asked'] })).toEqual(['3']);
    expect(only({ party: 'p-1' })).toEqual(['1']);
    expect(only({ party: 'nobody' })).toEqual(['2']);
    expect(only({ mine: true }, new Set(['p-2']))).toEqual(['3']);
    expect(only({ mine: true })).toEqual([]);
  });

  it('given what a whole plan owes when it is shown then apart from the lines', () => {
    const ended = debt(null, { reason: 'period ended', party: null });
    const shown = owedShown([debt('1'), ended], usualOwed, nobodyAtAll);
    expect(refs(shown)).toEqual(['1']);
    expect(shown.whole).toEqual([ended]);
  });

  it('given data when it is shown then apart from the lines and the whole, by plan, the longest first', () => {
    const data = (about: string, since: string, more: Partial<OwedAnswer> = {}) =>
      debt(null, {
        ...{ about, party: null, since: must(LocalDate)(since), reason: 'no observation', ...more },
      });
    const early = data('indicator:ni-1', '2025-03-31');
    const late = data('target:2a', '2026-01-01', { reason: 'target with a gap' });
    const other = data('indicator:ni-1', '2020-03-31', { plan: must(PlanId)('vale') });
    const all = [debt('1'), late, other, early];
    const shown = owedShown(all, usualOwed, nobodyAtAll);
    expect(shown.data).toEqual([early, late, other]);
    expect([refs(shown), shown.whole]).toEqual([['1'], []]);
    const only = owedShown(all, { ...usualOwed, reasons: ['target-with-a-gap'] }, nobodyAtAll);
    expect([refs(only), only.data]).toEqual([[], [late]]);
    expect(owedShown(all, { ...usualOwed, party: 'nobody' }, nobodyAtAll).data).toHaveLength(3);
    expect(owedShown(all, { ...usualOwed, party: 'p-1' }, nobodyAtAll).data).toEqual([]);
    expect(owedShown(all, { ...usualOwed, mine: true }, new Set(['p-1'])).data).toEqual([]);
  });

  it('given more lines than a page holds when a page is asked for then its part, and the last at most', () => {
    const all = Array.from({ length: linesOnPage + 3 }, (_, index) => debt(String(index + 1)));
    const { lines } = owedShown(all, { ...usualOwed, sort: 'ref' }, nobodyAtAll);
    expect(owedOnPage(lines, 1)).toMatchObject({ page: 1, pages: 2 });
    expect(owedOnPage(lines, 1).lines).toHaveLength(linesOnPage);
    expect(owedOnPage(lines, 9).page).toBe(2);
    expect(owedOnPage(lines, 9).lines.map(({ ref }) => ref)).toEqual(['201', '202', '203']);
    expect(owedOnPage([], 1)).toEqual({ page: 1, pages: 1, lines: [] });
  });
});
