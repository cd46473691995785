import { AssertionsRetracted, PartyRegistered, PlanId, ReviewHeld } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  aPlan,
  eventIdNumber,
  happened,
  holding,
  type Logged,
  must,
  ordinal,
  rightOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Writable } from '../trackrecord.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';
import { reviewsAnswer } from './reviews-answer.ts';

const date = must(LocalDate);

const held = (plan: string, on: string, at: number) =>
  happened(ReviewHeld, { plan, on, ordinal: at }, on);

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-4c1f', happened(PartyRegistered, { kind: 'person', name: 'M. Keeper' })],
  /* 2 */ ['plan-harbour', aPlan],
  /* 3 */ ['review-harbour-2026-03-31', held('harbour', '2026-03-31', 2)],
  // Of a plan whose name goes on after this one's, and of one that ends with a date.
  /* 4 */ ['review-harbour-2028-2026-03-31', held('harbour-2028', '2026-03-31', 3)],
  /* 5 */ ['review-harbour-2026-01-01-2026-03-31', held('harbour-2026-01-01', '2026-03-31', 4)],
  /* 6 */ ['review-har-2026-03-31', held('har', '2026-03-31', 5)],
  /* 7 */ ['review-harbour-2026-06-30', held('harbour', '2026-06-30', 6), { why: 'Quarterly' }],
  /* 8 */ ['review-harbour-2026-05-01', held('harbour', '2026-05-01', 7)],
  /* 9 */ [
    'review-harbour-2026-05-01',
    happened(AssertionsRetracted, { events: [eventIdNumber(8)] }, '2026-05-02'),
  ],
];

describe('the reviews of a plan', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (question: Question, plan = 'harbour') =>
    E.chain(reviewsAnswer(deps))(resolveQuestion(deps)(must(PlanId)(plan), question));

  it('given today, then its own, the latest first, each with the question that shows what the board saw', () => {
    expect(rightOf(ask({}))).toEqual({
      plan: 'harbour',
      asOf: '2026-06-30',
      ordinal: 9,
      reviews: [
        {
          on: '2026-06-30',
          lookedAt: 6,
          question: { asOf: '2026-06-30', knownAt: 6 },
          recordedAt: '2026-07-01T09:00:00.000Z',
          ordinal: 7,
          by: 'M. Keeper',
          byParty: 'p-4c1f',
          onWordOf: null,
          why: 'Quarterly',
        },
        {
          on: '2026-03-31',
          lookedAt: 2,
          question: { asOf: '2026-03-31', knownAt: 2 },
          recordedAt: '2026-07-01T09:00:00.000Z',
          ordinal: 3,
          by: 'M. Keeper',
          byParty: 'p-4c1f',
          onWordOf: null,
          why: null,
        },
      ],
    });
  });

  it('given a date or an ordinal, then those held by then and known by then', () => {
    const on = (question: Question) => rightOf(ask(question)).reviews.map((one) => one.on);
    expect(on({ asOf: date('2026-05-31') })).toEqual(['2026-03-31']);
    // The review of 1 May was not taken back yet.
    expect(on({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(8) } })).toEqual([
      '2026-06-30',
      '2026-05-01',
      '2026-03-31',
    ]);
    expect(on({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(2) } })).toEqual([]);
  });

  it('given a plan that there is not, then that', () => {
    expect(ask({}, 'vale')).toMatchObject(E.left({ _tag: 'Missing' }));
  });
});
