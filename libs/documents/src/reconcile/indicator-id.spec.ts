import { IndicatorId, PlanId } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { indicatorIdIn, isOwnIndicatorOf, isSharedIndicator } from './indicator-id.ts';

const idOf = (plan: string, title: string) => indicatorIdIn(must(PlanId)(plan))({ title });

describe('given an indicator that a document names', () => {
  it('when it has a code then it is the same one in every plan', () => {
    const coded = { code: 'NI 50', title: 'Emotional health' };
    expect(indicatorIdIn(must(PlanId)('harbour'))(coded)).toBe('ni-50');
    expect(indicatorIdIn(must(PlanId)('vale'))(coded)).toBe('ni-50');
  });

  it('when it has none then it is its plan’s own, also where plan and title run together', () => {
    expect(idOf('harbour', 'Emotional health')).toBe('harbour--emotional-health');
    const ids = [
      idOf('a', 'b c'),
      idOf('a-b', 'c'),
      idOf('a--b', 'c'),
      idOf('a-', 'b c'),
      indicatorIdIn(must(PlanId)('a'))({ code: 'a b c', title: 'b c' }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('when it has none then its id tells whose it is, and of no other plan that begins so', () => {
    const plans = [
      'a',
      'a-',
      'a--b',
      'a-b',
      `${'harbour-'.repeat(9)}one`,
      `${'harbour-'.repeat(9)}two`,
    ];
    const owners = (of: string) =>
      plans.filter((plan) => isOwnIndicatorOf(must(PlanId)(plan))(idOf(of, 'b c')));
    expect(plans.map(owners)).toEqual(plans.map((plan) => [plan]));
  });

  it('when it has a code then it is no plan’s own', () => {
    expect(isSharedIndicator('ni-50')).toBe(true);
    expect(isOwnIndicatorOf(must(PlanId)('ni'))('ni-50')).toBe(false);
    expect(isSharedIndicator('harbour--emotional-health')).toBe(false);
  });

  it('when names are long then they are still two, and ids', () => {
    const long = 'Proportion of children under five who are registered with a dentist in the';
    const [plan, other] = [`${'harbour-'.repeat(9)}one`, `${'harbour-'.repeat(9)}two`];
    const ids = [
      idOf('harbour', `${long} Harbour`),
      idOf('harbour', `${long} Vale`),
      idOf(plan, `${long} Vale`),
      idOf(other, `${long} Vale`),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(ids.every(IndicatorId.is)).toBe(true);
  });
});
