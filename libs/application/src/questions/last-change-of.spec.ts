import { AssertionsRetracted, RatingChanged } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  aPlan,
  eventIdNumber,
  eventsFrom,
  eventsOf,
  happened,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { lastChangeOf } from './last-change-of.ts';

const harbour = must(StreamName)('plan-harbour');
const vale = must(StreamName)('plan-vale');

describe('the last change', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await memoryTrackrecord();
    await appendEvents(
      deps,
      harbour,
      eventsOf([
        // 1 to 3: the plan and two actions.
        aPlan,
        anAction('27'),
        anAction('28'),
        // 4 and 5: 27 is rated, late for a date long past.
        happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-06-30'),
        happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-02-01'),
      ]),
    );
    await appendEvents(
      deps,
      vale,
      eventsFrom(
        6,
        // 6: another plan.
        aPlan,
      ),
    );
    await appendEvents(
      deps,
      harbour,
      eventsFrom(
        7,
        // 7: the first rating is taken back.
        happened(AssertionsRetracted, { events: [eventIdNumber(4)] }),
      ),
    );
    rightOf(await deps.views.catchUp()());
  });

  it.each([
    ['an action that was rated, and its rating taken back', 'action:27', 7],
    ['an action that was only created', 'action:28', 3],
    ['the plan itself', 'plan', 1],
    ['an action that there is not', 'action:99', 0],
    ['the whole stream', undefined, 7],
  ])('given %s, then it is at that ordinal', (_, subject, expected) => {
    expect(rightOf(lastChangeOf(deps)(harbour, subject))).toBe(expected);
  });

  it.each([
    ['action:27', 6, 5],
    ['action:27', 4, 4],
    ['action:27', 1, 0],
    [undefined, 6, 5],
  ])('given %s as known at %d, then it is at %d', (subject, knownAt, expected) => {
    expect(rightOf(lastChangeOf(deps)(harbour, subject, ordinal(knownAt)))).toBe(expected);
  });

  it('given other streams, then each has its own', () => {
    expect(rightOf(lastChangeOf(deps)(vale))).toBe(6);
    expect(rightOf(lastChangeOf(deps)(must(StreamName)('plan-cove')))).toBe(0);
  });
});
