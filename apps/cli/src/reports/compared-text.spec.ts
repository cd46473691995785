import { describe, expect, it } from 'vitest';
import { quietShell } from '../wiring/quiet-shell.ts';
import { comparedText, type ComparisonReport, isEqual } from './compared-text.ts';

const { terminal } = quietShell();

const equal: ComparisonReport = {
  from: './log.db',
  to: 'esdb://a:2113 (tenant kent)',
  equal: true,
  events: { events: 436, streams: 40, differences: [] },
  answers: { plans: 1, answers: 45, differences: [] },
};

describe('two logs held against each other', () => {
  it('given no difference, then it is said how much was compared', () => {
    expect(comparedText(equal)(terminal).replaceAll('\n', ' ')).toBe(
      'Equal: 436 events in 40 streams, event for event; 45 answers about 1 plan, answer for answer.',
    );
  });

  it('given events that differ, then where and in what, with both', () => {
    const text = comparedText({
      ...equal,
      equal: false,
      events: {
        ...equal.events,
        differences: [
          { ordinal: 7, in: 'event', one: 'plan-a@3 RatingChanged x', other: null },
          { ordinal: 8, in: 'text', one: '{"a":"\u001b[2J"}', other: '{"a":2}' },
        ],
      },
      answers: null,
    })(terminal);
    expect(text.split('\n')).toEqual([
      'Not equal. 436 events were compared; the first differences:',
      'Ordinal 7: another event',
      '  ./log.db: plan-a@3 RatingChanged x',
      '  esdb://a:2113 (tenant kent): nothing',
      'Ordinal 8: the same event with other words',
      '  ./log.db: {"a":" [2J"}',
      '  esdb://a:2113 (tenant kent): {"a":2}',
    ]);
  });

  it('given answers that differ, then the question and both', () => {
    const differences = [{ question: 'plan a now', one: 'Red', other: 'Green' }];
    const text = comparedText({
      ...equal,
      equal: false,
      answers: { plans: 1, answers: 45, differences },
    })(terminal);
    expect(text).toContain('Asked "plan a now":\n  ./log.db: …Red…\n');
  });

  it('given that answers were not compared, or differ, then they are not equal', () => {
    expect(isEqual(equal)).toBe(true);
    expect(isEqual({ ...equal, answers: null })).toBe(false);
  });
});
