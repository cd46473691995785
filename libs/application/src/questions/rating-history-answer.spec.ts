import {
  ActionClosed,
  ActionCreated,
  ActionMoved,
  ActionReopened,
  ActionWithdrawn,
  AssertionsRetracted,
  DocumentImported,
  NoChangeConfirmed,
  PlanId,
  RatingChanged,
  RatingRemoved,
} from '@trackrecord/domain';
import { LocalDate, StreamName } from '@trackrecord/kernel';
import { listActions } from '@trackrecord/read-models';
import {
  anAction,
  appendEvents,
  aPlan,
  arbitraryEvent,
  closeDates,
  documentNumber,
  eventIdNumber,
  eventsOf,
  fewLeaves,
  happened,
  holding,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
  saidBy,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Readable } from '../trackrecord.ts';
import type { Question } from './question.ts';
import { ratingHistoryAnswer } from './rating-history-answer.ts';
import { resolveQuestion } from './resolve-question.ts';

const date = must(LocalDate);
const harbour = must(PlanId)('harbour');

const asked = (deps: Readable, question: Question) => {
  const resolved = resolveQuestion(deps)(harbour, question);
  return E.chain(ratingHistoryAnswer(deps))(resolved);
};

const rated = (action: string, rating: string, on: string) =>
  happened(RatingChanged, { action, rating }, on);

describe('the rating history of a plan', () => {
  const made = () =>
    holding(
      // 1 to 4: the plan and two actions; 28 stands under priority 2.
      ['plan-harbour', aPlan],
      ['plan-harbour', anAction('27')],
      ['plan-harbour', anAction('28')],
      [
        'plan-harbour',
        happened(
          ActionMoved,
          { action: '28', under: { priority: '2', results: [] } },
          '2026-01-10',
        ),
      ],
      // 5 to 7: 27 is Red in February, and Green by the end of March.
      ['plan-harbour', rated('27', 'Red', '2026-02-01')],
      ['plan-harbour', rated('27', 'Green', '2026-03-31')],
      ['plan-harbour', rated('28', 'Amber', '2026-03-01')],
      // 8: what was said of 28 is taken back; 9: late, 27 was Amber since the middle of February.
      ['plan-harbour', happened(AssertionsRetracted, { events: [eventIdNumber(7)] })],
      ['plan-harbour', rated('27', 'Amber', '2026-02-15')],
    );

  it('given both clocks at now, then the stretches of each action, a late fact in between, and what was taken back nowhere', async () => {
    const answer = rightOf(asked(await made(), { asOf: date('2026-04-30') }));
    expect(answer).toMatchObject({
      plan: 'harbour',
      title: 'Harbour Children’s Plan',
      asOf: '2026-04-30',
      ordinal: 9,
      from: '2026-01-01',
      scale: ['Red', 'Amber', 'Green'],
      every: 'month',
    });
    expect(answer.actions).toEqual([
      {
        ref: '27',
        title: 'Do 27',
        priority: null,
        status: 'open',
        stretches: [
          { rating: 'Not rated', from: '2026-01-01', to: '2026-02-01' },
          { rating: 'Red', from: '2026-02-01', to: '2026-02-15' },
          { rating: 'Amber', from: '2026-02-15', to: '2026-03-31' },
          { rating: 'Green', from: '2026-03-31', to: null },
        ],
      },
      {
        ref: '28',
        title: 'Do 28',
        priority: '2',
        status: 'open',
        stretches: [{ rating: 'Not rated', from: '2026-01-01', to: null }],
      },
    ]);
    expect(answer.counts).toEqual([
      { on: '2026-01-31', actions: 2, byRating: { Red: 0, Amber: 0, Green: 0, 'Not rated': 2 } },
      { on: '2026-02-28', actions: 2, byRating: { Red: 0, Amber: 1, Green: 0, 'Not rated': 1 } },
      { on: '2026-03-31', actions: 2, byRating: { Red: 0, Amber: 0, Green: 1, 'Not rated': 1 } },
      { on: '2026-04-30', actions: 2, byRating: { Red: 0, Amber: 0, Green: 1, 'Not rated': 1 } },
    ]);
  });

  it('given an ordinal, then what was known at it; given a date, then nothing after it', async () => {
    const question = {
      asOf: date('2026-03-15'),
      knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(7) },
    } as const;
    const { actions, counts } = rightOf(asked(await made(), question));
    expect(actions.map(({ stretches }) => stretches)).toEqual([
      [
        { rating: 'Not rated', from: '2026-01-01', to: '2026-02-01' },
        { rating: 'Red', from: '2026-02-01', to: null },
      ],
      [
        { rating: 'Not rated', from: '2026-01-01', to: '2026-03-01' },
        { rating: 'Amber', from: '2026-03-01', to: null },
      ],
    ]);
    expect(counts.map(({ on, byRating }) => [on, byRating['Red'], byRating['Amber']])).toEqual([
      ['2026-01-31', 0, 0],
      ['2026-02-28', 1, 0],
      ['2026-03-15', 1, 1],
    ]);
  });

  it('given a document, then only what it and earlier documents said', async () => {
    const deps = await memoryTrackrecord();
    const imported = (document: number, name: string, on: string) =>
      saidBy(
        document,
        DocumentImported,
        { document: documentNumber(document), name, on, blocks: 1, confirmed: [] },
        on,
      );
    await appendEvents(
      deps,
      must(StreamName)('plan-harbour'),
      eventsOf([
        { ...aPlan, document: 1 },
        { ...anAction('27'), document: 1 },
        { ...rated('27', 'Red', '2026-01-31'), document: 1 },
        imported(1, 'q1.txt', '2026-01-31'),
        rated('27', 'Green', '2026-01-20'),
        { ...rated('27', 'Amber', '2026-03-31'), document: 2 },
        imported(2, 'q2.txt', '2026-03-31'),
      ]),
    );
    rightOf(await deps.views.catchUp()());
    const stretchesIn = (asIn: string) =>
      rightOf(asked(deps, { asIn })).actions.map(({ stretches }) =>
        stretches.map(({ rating, from }) => [rating, from]),
      );
    expect(stretchesIn('q1.txt')).toEqual([
      [
        ['Not rated', '2026-01-01'],
        ['Red', '2026-01-31'],
      ],
    ]);
    expect(stretchesIn('q2.txt')).toEqual([
      [
        ['Not rated', '2026-01-01'],
        ['Red', '2026-01-31'],
        ['Amber', '2026-03-31'],
      ],
    ]);
  });

  it('given a date before the plan began, then it is missing, and since when it is there', async () => {
    expect(asked(await made(), { asOf: date('2025-12-31') })).toMatchObject(
      E.left({ _tag: 'Missing', firstOn: '2026-01-01' }),
    );
  });

  it('given any plan, then the rating of any date is the one that the cut of that date holds', async () => {
    const any = arbitraryEvent(fewLeaves);
    const events = fc.array(
      fc.oneof(
        { weight: 2, arbitrary: any(ActionCreated) },
        { weight: 4, arbitrary: fc.oneof(any(RatingChanged), any(NoChangeConfirmed)) },
        {
          weight: 2,
          arbitrary: fc.oneof(
            any(ActionWithdrawn),
            any(ActionClosed),
            any(ActionReopened),
            any(RatingRemoved),
          ),
        },
        { weight: 2, arbitrary: any(AssertionsRetracted) },
      ),
      { maxLength: 16 },
    );
    await fc.assert(
      fc.asyncProperty(events, closeDates, fc.nat(18), async (some, asOf, known) => {
        const deps = await memoryTrackrecord();
        const plan = must(StreamName)('plan-harbour');
        await appendEvents(deps, plan, [
          // Its id is none of those that are taken back.
          ...eventsOf([aPlan]).map((event) => ({ ...event, id: eventIdNumber(99) })),
          ...some.map((event, index) => ({ ...event, id: eventIdNumber(index + 1) })),
        ]);
        const head = rightOf(await deps.views.catchUp()());
        const knownAt = ordinal(Math.max(1, Math.min(known, head)));
        const answer = rightOf(
          ratingHistoryAnswer(deps)({
            plan: harbour,
            point: { asOf, knownAt },
            knownAt: null,
            asIn: null,
          }),
        );
        const dates = ['2026-01-30', '2026-01-31', '2026-02-27', '2026-02-28', '2026-03-15'];
        for (const day of [...dates, '2026-04-30', '2026-05-31'].map(date)) {
          if (day > asOf) continue;
          const cut = rightOf(deps.views.cutOf(plan, { asOf: day, knownAt }));
          // Events that need not make sense may give two actions one number: all ratings of a date are compared.
          const held = listActions(cut)
            .filter(({ status }) => status !== 'withdrawn')
            .map(({ rating }) => rating);
          const found = answer.actions.flatMap(({ stretches }) =>
            stretches
              .filter(({ from, to }) => from <= day && (to === null || day < to))
              .map(({ rating }) => rating),
          );
          expect(found.toSorted()).toEqual(held.toSorted());
          expect(answer.counts.find(({ on }) => on === day)?.actions ?? held.length).toBe(
            held.length,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
