import {
  ActionWithdrawn,
  AssertionsRetracted,
  PartnershipRegistered,
  PartnershipRenamed,
  PlanId,
  PlanRegistered,
  RatingChanged,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import {
  anAction,
  appendEvents,
  eventIdNumber,
  eventsFrom,
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
import { partnershipsAnswer, type PlansSeen } from './partnerships-answer.ts';
import { planAnswer } from './plan-answer.ts';
import { plansAnswer } from './plans-answer.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

const date = must(LocalDate);

const aPlanNamed = (plan: string, title: string, on: string, partnership?: string) =>
  happened(
    PlanRegistered,
    {
      plan,
      title,
      timeZone: 'Europe/London',
      ...(partnership === undefined ? {} : { partnership }),
    },
    on,
  );

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['partnership-west', happened(PartnershipRegistered, { name: 'West' }, '2026-01-01')],
  /* 2 */ ['partnership-east', happened(PartnershipRegistered, { name: 'East' }, '2026-01-01')],
  /* 3 */ ['plan-harbour', aPlanNamed('harbour', 'Harbour Plan', '2026-01-01', 'west')],
  /* 4 */ ['plan-cove', aPlanNamed('cove', 'Cove Plan', '2026-01-01', 'west')],
  /* 5 */ ['plan-moor', aPlanNamed('moor', 'Moor Plan', '2026-01-01')],
  /* 6 */ ['plan-vale', aPlanNamed('vale', 'Vale Plan', '2026-05-01', 'nowhere')],
  /* 7 */ ['plan-harbour', anAction('27')],
  /* 8 */ ['plan-harbour', anAction('28')],
  /* 9 */ ['plan-harbour', anAction('29')],
  /* 10 */ ['plan-harbour', happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-06-01')],
  /* 11 */ ['plan-harbour', happened(ActionWithdrawn, { action: '29' }, '2026-06-15')],
  /* 12 */ ['partnership-west', happened(PartnershipRenamed, { name: 'Zest' }, '2026-06-30')],
];

describe('partnerships and their plans', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (question: Question = {}, seen?: PlansSeen) =>
    partnershipsAnswer(deps)(question, seen);

  const listed = (...asked: Parameters<typeof ask>) => {
    const { partnerships, others } = rightOf(ask(...asked));
    return [
      ...partnerships.map(({ name, plans }) => [name, plans.map(({ id }) => id)]),
      others.map(({ id }) => id),
    ];
  };

  it('given today, then each with its plans by name, and plans that belong to none', () => {
    // "nowhere" was never registered: it goes by its id.
    expect(listed()).toEqual([
      ['East', []],
      ['nowhere', ['vale']],
      ['Zest', ['harbour', 'cove']],
      ['moor'],
    ]);
  });

  it('given a plan, then how its actions are rated and what is owed', () => {
    const { partnerships, ordinal: at, asOf } = rightOf(ask());
    expect([asOf, at]).toEqual(['2026-06-30', 12]);
    expect(partnerships[2]?.plans[0]).toEqual({
      id: 'harbour',
      title: 'Harbour Plan',
      period: null,
      status: 'open',
      counts: {
        actions: 2,
        byRating: { Red: 1, Amber: 0, Green: 0, 'Not rated': 1 },
        // 28 has had no news since New Year, and was never rated.
        owed: 2,
      },
      lastUpdatedOn: '2026-06-15',
    });
  });

  it('given a plan, then its counts are those of its own answer', () => {
    const question = rightOf(resolveQuestion(deps)(must(PlanId)('harbour'), {}));
    const { counts } = rightOf(planAnswer(deps)(question));
    expect(rightOf(ask()).partnerships[2]?.plans[0]?.counts).toEqual(counts);
  });

  it('given a date, then the plans that were there, as they stood', () => {
    const question = { asOf: date('2026-04-30') };
    expect(listed(question)).toEqual([['East', []], ['Zest', ['harbour', 'cove']], ['moor']]);
    expect(rightOf(ask(question)).partnerships[1]?.plans[0]?.counts).toEqual({
      actions: 3,
      byRating: { Red: 0, Amber: 0, Green: 0, 'Not rated': 3 },
      // Three months without news since 1 April, and none was ever rated.
      owed: 6,
    });
  });

  it('given an ordinal, then what was known at it', () => {
    const question = { knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(4) } } as const;
    expect(listed(question)).toEqual([['East', []], ['West', ['harbour', 'cove']], []]);
    expect(ask({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(13) } })).toMatchObject(
      E.left({ _tag: 'Invalid' }),
    );
  });

  it('given somebody who may see some plans, then those, and no partnership without any', () => {
    expect(listed({}, new Set([must(PlanId)('cove')]))).toEqual([['Zest', ['cove']], []]);
    expect(listed({}, new Set())).toEqual([[]]);
  });

  it('given a plan that changes between two questions, then the next answer says so, and an older one still what it did', async () => {
    const growing = await holding(...log);
    const ratingsAt = (question: Question) =>
      rightOf(partnershipsAnswer(growing)(question)).partnerships[2]?.plans[0]?.counts.byRating;
    expect(ratingsAt({})).toMatchObject({ Red: 1, Amber: 0 });
    const rated = happened(RatingChanged, { action: '28', rating: 'Amber' }, '2026-06-30');
    await appendEvents(growing, must(StreamName)('plan-harbour'), eventsFrom(90, rated));
    rightOf(await growing.views.catchUp()());
    expect(ratingsAt({})).toMatchObject({ Red: 1, Amber: 1 });
    expect(ratingsAt({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(12) } })).toMatchObject({
      Red: 1,
      Amber: 0,
    });
    expect(ratingsAt({ asOf: date('2026-05-31') })).toMatchObject({ Red: 0, Amber: 0 });
    expect(ratingsAt({})).toMatchObject({ Red: 1, Amber: 1 });
    const takenBack = happened(AssertionsRetracted, { events: [eventIdNumber(90)] });
    await appendEvents(growing, must(StreamName)('plan-harbour'), eventsFrom(91, takenBack));
    rightOf(await growing.views.catchUp()());
    expect(ratingsAt({})).toMatchObject({ Red: 1, Amber: 0 });
  });

  it('given the list of plans, then it is what it was', () => {
    expect(rightOf(plansAnswer(deps)).map(({ id, actions }) => [id, actions])).toEqual([
      ['harbour', 2],
      ['cove', 0],
      ['moor', 0],
      ['vale', 0],
    ]);
  });
});
