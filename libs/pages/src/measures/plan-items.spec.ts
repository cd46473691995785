import { anActionAnswer, aPlanAnswer, aPriorityAnswer } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { itemOf, planItems, targetName } from './plan-items.ts';

const under = { priority: '2', theme: null, enabler: null, results: [] };

const plan = aPlanAnswer(
  [
    anActionAnswer('28', { title: 'Open a clinic\n· in spring', under, knownAs: ['27'] }),
    anActionAnswer('27', { under: { ...under, priority: null, enabler: 'A' }, knownAs: ['28'] }),
  ],
  {
    priorities: [
      aPriorityAnswer('2', {
        title: 'Be healthy',
        themes: [{ ref: '2.1', title: 'Worries' }],
        results: [{ ref: '2(i)', title: 'Fewer waits', measure: null, stories: [] }],
      }),
    ],
    enablers: [{ ref: 'A', title: 'One team' }],
    indicators: [
      { id: 'ni-1', code: 'NI 1', title: 'Waits', under: ['theme:2.1'], baseline: null },
      { id: 'own', code: null, title: 'Calls', under: ['priority:9'], baseline: null },
    ],
    targets: [
      {
        ...{ ref: '2a', label: '2a.', words: 'Halve it', status: 'set', timescale: null },
        under: 'indicator:ni-1',
      },
    ],
  },
);

describe('what something in a plan is about', () => {
  const items = planItems(plan);

  it.each([
    ['priority:2', 'Priority 2', 'Be healthy', '2', null],
    ['theme:2.1', 'Theme 2.1', 'Worries', '2', null],
    ['result:2(i)', 'Result 2(i)', 'Fewer waits', '2', null],
    ['enabler:A', 'Enabler A', 'One team', 'enabler:A', null],
    ['indicator:ni-1', 'Indicator NI 1', 'Waits', '2', '/plans/harbour/indicators/ni-1'],
    // What it measures is not there on that date.
    ['indicator:own', 'Indicator', 'Calls', '', '/plans/harbour/indicators/own'],
    ['target:2a', 'Target 2a', 'Halve it', '2', null],
    // The action that was first known as 27 is 28 by now.
    ['action:27', 'Action 28', 'Open a clinic', '2', '/plans/harbour/actions/28'],
    ['action:28', 'Action 27', 'Do 27', 'enabler:A', '/plans/harbour/actions/27'],
    ['plan', 'The plan as a whole', '', '', null],
    ['theme:9.9', 'Theme 9.9', '', '', null],
  ])('given %s, then it is %s', (subject, short, title, place, href) => {
    expect(itemOf(items, subject)).toEqual({ subject, short, title, place, href });
  });

  it.each([
    ['2.3a.', 'Target 2.3a'],
    ['', 'Target'],
  ])('given a target labelled "%s", then it is called %s', (label, name) => {
    expect(targetName({ label })).toBe(name);
  });
});
