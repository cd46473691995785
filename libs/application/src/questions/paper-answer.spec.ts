import {
  ActionClosed,
  AssertionsRetracted,
  NoteAdded,
  OwnerAssigned,
  OwnerReleased,
  PartyRegistered,
  PlanId,
  RatingChanged,
  ReviewHeld,
} from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  anAction,
  aPlan,
  eventIdNumber,
  happened,
  holding,
  type Logged,
  must,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, it } from 'vitest';
import type { Readable } from '../trackrecord.ts';
import { type PaperAnswer, paperAnswer } from './paper-answer.ts';
import type { Question } from './question.ts';
import { resolveQuestion } from './resolve-question.ts';

const date = must(LocalDate);
const harbour = must(PlanId)('harbour');

const asked = (deps: Readable, question: Question = {}, since?: string) =>
  pipe(
    resolveQuestion(deps)(harbour, question),
    E.chain((resolved) =>
      paperAnswer(deps)(resolved, since === undefined ? undefined : date(since)),
    ),
  );

const right = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

const plan = 'plan-harbour';

const rated = (action: string, rating: string, on: string): Logged => [
  plan,
  happened(RatingChanged, { action, rating }, on),
];

/** 1 to 3: the plan and two actions, from 1 January. */
const start: ReadonlyArray<Logged> = [
  [plan, aPlan],
  [plan, anAction('27')],
  [plan, anAction('28')],
];

const review = (on: string, ordinal: number): Logged => [
  `review-harbour-${on}`,
  happened(ReviewHeld, { plan: 'harbour', on, ordinal }, on),
];

const told = ({ changes }: PaperAnswer) =>
  changes.map(({ ref, kind, from, to, told: lines }) => [
    ref,
    kind,
    from,
    to,
    ...lines.map((line) => (line.retracted === null ? line.effectiveOn : 'taken back')),
  ]);

describe('since when a paper tells changes', () => {
  const reviewed = () =>
    holding(
      ...start,
      rated('27', 'Amber', '2026-02-01'),
      review('2026-03-31', 4),
      rated('27', 'Red', '2026-05-01'),
      review('2026-06-30', 6),
    );

  it('given a review before the date of the paper, then since what that board saw', async () => {
    const { since, before } = right(asked(await reviewed()));
    expect(since).toMatchObject({ on: '2026-03-31', ordinal: 4, why: { _tag: 'Review' } });
    expect(before?.counts.byRating).toMatchObject({ Amber: 1, 'Not rated': 1 });
  });

  it('given the day after the second review, then since that one: nothing has changed', async () => {
    const answer = right(asked(await reviewed(), { asOf: date('2026-07-01') }));
    expect(answer.since).toMatchObject({ on: '2026-06-30', ordinal: 6 });
    expect(answer.changes.filter(({ kind }) => kind !== 'silent')).toEqual([]);
  });

  it('given no review, then since the plan’s first date', async () => {
    const { since, before } = right(asked(await holding(...start)));
    expect(since).toEqual({ on: '2026-01-01', ordinal: 3, why: { _tag: 'Beginning' } });
    expect(before?.counts.actions).toBe(2);
  });

  it('given a date that is asked for, then since that date, as is known now', async () => {
    const { since } = right(asked(await reviewed(), {}, '2026-04-30'));
    expect(since).toEqual({ on: '2026-04-30', ordinal: 7, why: { _tag: 'Asked' } });
  });

  it('given the date of a review, then since what that board saw', async () => {
    const { since } = right(asked(await reviewed(), {}, '2026-03-31'));
    expect(since).toMatchObject({ ordinal: 4, why: { _tag: 'Review' } });
  });

  it('given a date before the plan began, then it was not there, and all of it is new', async () => {
    const answer = right(asked(await reviewed(), {}, '2025-12-31'));
    expect(answer.before).toBeNull();
    expect(told(answer)).toEqual([
      ['27', 'new', null, 'Red', '2026-01-01'],
      ['28', 'new', null, 'Not rated', '2026-01-01'],
    ]);
  });

  it('given a date after the paper’s own, then it is refused', async () => {
    expect(asked(await reviewed(), {}, '2026-07-01')).toEqual(
      E.left({
        _tag: 'Invalid',
        field: 'since',
        message:
          "Changes since 1 July 2026 come after the paper's own date, 30 June 2026; accepted is a date up to that one.",
      }),
    );
  });
});

describe('who made the changes that a paper tells', () => {
  const people: ReadonlyArray<Logged> = [
    ['party-p-4c1f', happened(PartyRegistered, { kind: 'person', name: 'Rhoda Keeper' })],
    ['party-p-lee', happened(PartyRegistered, { kind: 'person', name: 'Sam Lee' })],
  ];

  it('given two ratings since, then the last one, with who and why', async () => {
    const answer = right(
      asked(
        await holding(
          ...people,
          ...start,
          rated('27', 'Amber', '2026-02-01'),
          rated('27', 'Green', '2026-04-01'),
          [
            plan,
            happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-05-01'),
            { onWordOf: 'p-lee', why: 'no site yet' },
          ],
        ),
        {},
        '2026-03-01',
      ),
    );
    const [change] = answer.changes;
    expect(change).toMatchObject({ ref: '27', kind: 're-rated', from: 'Amber', to: 'Red' });
    expect(change?.told).toHaveLength(1);
    expect(change?.told[0]).toMatchObject({
      by: 'Rhoda Keeper',
      onWordOf: 'Sam Lee',
      why: 'no site yet',
      effectiveOn: '2026-05-01',
    });
  });

  it('given a rating that was taken back since the board saw it, then that is what changed it', async () => {
    const answer = right(
      asked(
        await holding(
          ...people,
          ...start,
          rated('27', 'Red', '2026-02-01'),
          review('2026-03-31', 6),
          [
            plan,
            happened(AssertionsRetracted, { events: [eventIdNumber(6)] }, '2026-04-02'),
            { why: 'of another action' },
          ],
        ),
      ),
    );
    const change = answer.changes.find(({ ref }) => ref === '27');
    expect(change).toMatchObject({ kind: 're-rated', from: 'Red', to: 'Not rated' });
    expect(change?.told[0]?.retracted).toMatchObject({
      by: 'Rhoda Keeper',
      why: 'of another action',
    });
  });

  it('given other owners, a note and a closing, then each line that made them', async () => {
    const answer = right(
      asked(
        await holding(
          ...people,
          ...start,
          [
            plan,
            happened(OwnerAssigned, { action: '28', party: 'p-lee', role: 'lead' }, '2026-02-01'),
          ],
          [plan, happened(OwnerReleased, { action: '28', party: 'p-lee' }, '2026-04-01')],
          [
            plan,
            happened(OwnerAssigned, { action: '28', party: 'p-4c1f', role: 'lead' }, '2026-04-02'),
          ],
          [plan, happened(NoteAdded, { action: '28', note: 'n-1', text: 'Begun.' }, '2026-04-03')],
          [plan, happened(ActionClosed, { action: '28' }, '2026-04-04')],
        ),
        {},
        '2026-03-01',
      ),
    );
    expect(told(answer).filter(([ref]) => ref === '28')).toEqual([
      ['28', 'closed', 'open', 'closed', '2026-04-04'],
      ['28', 'owners', 'Sam Lee (lead)', 'Rhoda Keeper (lead)', '2026-04-01', '2026-04-02'],
      ['28', 'noted', '', 'Begun.', '2026-04-03'],
    ]);
  });
});

describe('a paper’s answer as a whole', () => {
  it('given a date and an ordinal, then every part of it is of that date and ordinal', async () => {
    const deps = await holding(
      ...start,
      rated('27', 'Amber', '2026-02-01'),
      rated('28', 'Red', '2026-02-02'),
    );
    const answer = right(
      asked(deps, {
        asOf: date('2026-06-01'),
        knownAt: { _tag: 'AtOrdinal', ordinal: must(Ordinal)(4) },
      }),
    );
    expect(answer).toMatchObject({ asOf: '2026-06-01', ordinal: 4, knownAt: 4, asIn: null });
    expect(answer.scale).toEqual(['Red', 'Amber', 'Green']);
    expect(answer.plan.counts.byRating).toEqual({ Red: 0, Amber: 1, Green: 0, 'Not rated': 1 });
    // 27 had news on 1 February, three months before 1 May; 28 was never rated, and nobody had news of it.
    expect(answer.owed.map(({ action, reason }) => [action, reason]).toSorted()).toEqual([
      ['27', 'overdue'],
      ['28', 'never rated'],
      ['28', 'overdue'],
    ]);
  });
});
