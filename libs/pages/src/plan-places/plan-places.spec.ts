import { aPlanAnswer, anActionAnswer, aPriorityAnswer } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { byPlace, placeKey, planPlaces } from './plan-places.ts';

const under = (more: Partial<ReturnType<typeof anActionAnswer>['under']>) =>
  anActionAnswer('1', {
    under: { priority: null, theme: null, enabler: null, results: [], ...more },
  });

const plan = aPlanAnswer([], {
  priorities: [aPriorityAnswer('7a'), aPriorityAnswer('2')],
  enablers: [{ ref: 'A', title: 'Train people' }],
});

describe('the places of a plan', () => {
  it('given priorities and enablers when they are listed then they stand in the plan’s order', () => {
    expect(planPlaces(plan)).toEqual([
      { key: '7a', id: 'priority-7a', short: 'Priority 7a', title: 'We will do 7a' },
      { key: '2', id: 'priority-2', short: 'Priority 2', title: 'We will do 2' },
      { key: 'enabler:A', id: 'enabler-A', short: 'Enabler A', title: 'Train people' },
    ]);
  });

  it('given an action when its place is asked for then its priority, else its enabler, else none', () => {
    expect(placeKey(under({ priority: '2', enabler: 'A' }))).toBe('2');
    expect(placeKey(under({ enabler: 'A' }))).toBe('enabler:A');
    expect(placeKey(under({}))).toBe('');
  });

  it('given things at places when they are grouped then by place, those at no known one last', () => {
    const groups = byPlace(planPlaces(plan), ['2', '', 'enabler:A', '9', '2'], (key) => key);
    expect(groups.map(({ place, things }) => [place.short, things])).toEqual([
      ['Priority 2', ['2', '2']],
      ['Enabler A', ['enabler:A']],
      ['Under no priority', ['', '9']],
    ]);
  });
});
