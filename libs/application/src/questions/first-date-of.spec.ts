import { AssertionsRetracted, PlanId, PlanRegistered, RatingChanged } from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  aPlan,
  eventIdNumber,
  eventsOf,
  happened,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import { firstDateOf } from './first-date-of.ts';

const harbour = must(PlanId)('harbour');

const registered = (on: string) =>
  happened(
    PlanRegistered,
    { plan: 'harbour', title: 'Harbour Children’s Plan', timeZone: 'Europe/London' },
    on,
  );

describe('the first date of a plan', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await memoryTrackrecord();
    await appendEvents(
      deps,
      must(StreamName)('plan-harbour'),
      eventsOf([
        // 1: there since New Year.
        aPlan,
        // 2 and 3: what is said of an action before that does not make the plan begin earlier.
        { ...anAction('27'), on: '2025-06-01' },
        happened(RatingChanged, { action: '27', rating: 'Red' }, '2025-07-01'),
        // 4: an older paper comes in late: the plan was there in 2024 already.
        registered('2024-04-01'),
        // 5: and is taken back.
        happened(AssertionsRetracted, { events: [eventIdNumber(4)] }, '2026-06-30'),
        // 6: all of it is taken back.
        happened(AssertionsRetracted, { events: [eventIdNumber(1)] }, '2026-06-30'),
      ]),
    );
    rightOf(await deps.views.catchUp()());
  });

  it.each([
    [0, null],
    [1, '2026-01-01'],
    [3, '2026-01-01'],
    [4, '2024-04-01'],
    [5, '2026-01-01'],
    [6, null],
  ])('given it is known at ordinal %d, then it is %s', (at, expected) => {
    expect(rightOf(firstDateOf(deps)(harbour, ordinal(at)))).toBe(expected);
  });

  it('given a plan that there is not, then there is none', () => {
    expect(rightOf(firstDateOf(deps)(must(PlanId)('vale'), ordinal(6)))).toBeNull();
  });
});
