import { AssertionsRetracted, PlanId, RatingChanged } from '@trackrecord/domain';
import {
  anAction,
  aPlan,
  eventIdNumber,
  happened,
  holding,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { linesBetween } from './lines-between.ts';

const rated = (rating: string, on: string) => happened(RatingChanged, { action: '27', rating }, on);

const log = () =>
  holding(
    /* 1 */ ['plan-harbour', aPlan],
    /* 2 */ ['plan-harbour', anAction('27')],
    /* 3 */ ['plan-harbour', rated('Red', '2026-02-01')],
    /* 4 */ ['plan-harbour', rated('Amber', '2026-03-01')],
    // True only after today: it is a change all the same.
    /* 5 */ ['plan-harbour', rated('Green', '2026-12-01')],
    /* 6 */ [
      'plan-harbour',
      happened(AssertionsRetracted, { events: [eventIdNumber(3)] }, '2026-03-02'),
    ],
  );

const between = async (after: number, upTo: number) =>
  rightOf(
    linesBetween(await log())(must(PlanId)('harbour'), {
      after: ordinal(after),
      upTo: ordinal(upTo),
    }),
  ).map(({ ordinal: at, from, to, ref, retracted }) => [at, ref, from, to, retracted?.ordinal]);

describe('what was recorded in a plan between two ordinals', () => {
  it('given two changes after the first, when asked up to the second, then what each changed from what', async () => {
    expect(await between(3, 5)).toEqual([
      [4, '27', 'Red', 'Amber', undefined],
      [5, '27', 'Amber', 'Green', undefined],
    ]);
  });

  it('given an older change that was taken back since, then it is among them', async () => {
    expect(await between(5, 6)).toEqual([[3, '27', 'Not rated', 'Red', 6]]);
  });

  it('given nothing since, then nothing', async () => {
    expect(await between(6, 6)).toEqual([]);
  });
});
