import type { ReminderPolicy } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { escalatedDays, isAskedFor, isToAskFor, ownersDays } from './asking-days.ts';
import { defaultPolicy } from './reminder-policy.ts';

const day = must(LocalDate);
const due = day('2026-03-06');

const policyWith = (more: Partial<ReminderPolicy>): ReminderPolicy => ({
  ...defaultPolicy,
  ...more,
});

describe('ownersDays', () => {
  it('given the policy of a plan that has said nothing, then it is a week before, 1, 8 and 15 days after, every 28 then', () => {
    expect(ownersDays(defaultPolicy)).toEqual({ offsets: [-7, 1, 8, 15], thenEvery: 28 });
  });

  it('given several days before, then the earliest comes first', () => {
    const { offsets } = ownersDays(policyWith({ daysBefore: [3, 14], daysAfter: [2] }));
    expect(offsets).toEqual([-14, -3, 2]);
  });

  it('given no days and a policy that goes on asking, then it begins on the due date', () => {
    const none = policyWith({ daysBefore: [], daysAfter: [], thenEvery: 10 });
    expect(ownersDays(none)).toEqual({ offsets: [0], thenEvery: 10 });
  });
});

describe('isAskedFor', () => {
  it.each([
    ['2026-02-26', false],
    ['2026-02-27', true],
    ['2026-03-06', true],
    ['2027-03-06', true],
  ])('given a week before 6 March as the first day, when it is %s, then %s', (today, expected) => {
    expect(isAskedFor(ownersDays(defaultPolicy), due, day(today))).toBe(expected);
  });

  it.each([
    ['2026-03-26', false],
    ['2026-03-27', true],
  ])('given a manager after 21 days, when it is %s, then %s', (today, expected) => {
    expect(isAskedFor(escalatedDays(21, defaultPolicy), due, day(today))).toBe(expected);
  });
});

describe('isToAskFor', () => {
  it.each([
    ['before any of its days', '2026-02-26', undefined, false],
    ['on its first day', '2026-02-27', undefined, true],
    ['never asked, long after', '2026-06-01', undefined, true],
    ['asked on the first day, on the due date', '2026-03-06', '2026-02-27', false],
    ['the day after it was due', '2026-03-07', '2026-02-27', true],
    ['a day later than that, not having run then', '2026-03-09', '2026-02-27', true],
    ['made up for already', '2026-03-10', '2026-03-09', false],
    ['asked on the very day that came', '2026-03-14', '2026-03-14', false],
    ['the last of its days', '2026-03-21', '2026-03-14', true],
    ['27 days after it was asked last', '2026-04-17', '2026-03-21', false],
    ['28 days after it was asked last', '2026-04-18', '2026-03-21', true],
    [
      '28 days counted from when it was asked, and not from its day',
      '2026-04-18',
      '2026-03-23',
      false,
    ],
  ])('given a debt of 6 March, %s, then it is told', (_, today, asked, expected) => {
    expect(
      isToAskFor(
        ownersDays(defaultPolicy),
        due,
        day(today),
        asked === undefined ? undefined : day(asked),
      ),
    ).toBe(expected);
  });

  it('given a policy that ends with its days, then nobody is asked again after the last', () => {
    const days = { offsets: [-7, 1], thenEvery: null };
    expect(isToAskFor(days, due, day('2027-01-01'), day('2026-03-07'))).toBe(false);
  });
});
