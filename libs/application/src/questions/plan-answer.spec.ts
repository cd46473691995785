import { AssertionsRetracted, PlanId } from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  anAction,
  appendEvents,
  eventIdNumber,
  eventsOf,
  happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, it } from 'vitest';
import { planAnswer } from './plan-answer.ts';
import { resolveQuestion } from './resolve-question.ts';

const harbour = must(PlanId)('harbour');

/** A plan since New Year with one action, at ordinals 1 and 2; taken back at ordinal 3. */
const asked = async (asOf: string, knownAt = 2) => {
  const deps = await memoryTrackrecord();
  const takenBack = happened(AssertionsRetracted, { events: [eventIdNumber(1), eventIdNumber(2)] });
  await appendEvents(
    deps,
    must(StreamName)('plan-harbour'),
    eventsOf([aPlan, anAction('27'), takenBack].slice(0, knownAt)),
  );
  rightOf(await deps.views.catchUp()());
  return pipe(
    resolveQuestion(deps)(harbour, { asOf: must(LocalDate)(asOf) }),
    E.chain(planAnswer(deps)),
  );
};

describe('a plan on a date', () => {
  it('given the day on which it begins, then it is there', async () => {
    expect(rightOf(await asked('2026-01-01')).actions.map(({ ref }) => ref)).toEqual(['27']);
  });

  it('given the day before, then it is missing, and the first date is offered', async () => {
    expect(await asked('2025-12-31')).toEqual(
      E.left({
        _tag: 'Missing',
        message:
          'There is no plan "harbour" as of 2025-12-31, as known at ordinal 2. The plan begins on 2026-01-01.',
        field: 'asOf',
        firstOn: '2026-01-01',
      }),
    );
  });

  it('given that all of it was taken back, then it is missing, and no date is offered', async () => {
    expect(await asked('2025-12-31', 3)).toEqual(
      E.left({ _tag: 'Missing', message: 'There is no plan "harbour".', field: 'plan' }),
    );
  });
});
