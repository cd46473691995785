import { type DomainEvent, DocumentImported, PlanId, RatingChanged } from '@trackrecord/domain';
import { Instant, LocalDate, StreamName } from '@trackrecord/kernel';
import {
  aPlan,
  appendEvents,
  anAction,
  documentNumber,
  eventsOf,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  ordinal,
  rightOf,
  saidBy,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Readable } from '../trackrecord.ts';
import type { Question } from './question.ts';
import { type Resolved, resolveQuestion } from './resolve-question.ts';

const harbour = must(PlanId)('harbour');

const imported = (document: number, name: string, on: string): Happened =>
  saidBy(
    document,
    DocumentImported,
    { document: documentNumber(document), name, on, blocks: 3, confirmed: [] },
    on,
  );

/** Recorded on the first of each month from January on, at 22:30 UTC. */
const recordedMonthly = (past: ReadonlyArray<Happened>): ReadonlyArray<DomainEvent> =>
  eventsOf(past).map((event, index) => ({
    ...event,
    recordedAt: must(Instant)(`2026-0${index + 1}-01T22:30:00.000Z`),
  }));

let deps: Readable;

beforeAll(async () => {
  const memory = await memoryTrackrecord();
  await appendEvents(
    memory,
    must(StreamName)('plan-harbour'),
    recordedMonthly([
      aPlan,
      anAction('27'),
      imported(1, 'march.txt', '2026-03-31'),
      happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-04-30'),
      imported(2, 'june.txt', '2026-06-30'),
      imported(1, 'march.txt', '2026-05-31'),
    ]),
  );
  rightOf(await memory.views.catchUp()());
  deps = memory;
});

const resolved = (question: Question): Resolved =>
  rightOf(resolveQuestion(deps)(harbour, question));

const failure = (question: Question, plan = 'harbour') =>
  resolveQuestion(deps)(must(PlanId)(plan), question);

const date = must(LocalDate);

describe('a question without clocks', () => {
  it('then it asks of today where the plan is, as known now', () => {
    expect(resolved({})).toEqual({
      plan: 'harbour',
      point: { asOf: '2026-06-30', knownAt: 6 },
      knownAt: null,
      asIn: null,
    });
  });

  it('given a plan that is not there, then it says so', () => {
    const missing = failure({}, 'vale');
    expect(missing).toMatchObject(E.left({ _tag: 'Missing' }));
    expect(JSON.stringify(missing)).toContain('vale');
  });
});

describe('a question as of a date', () => {
  it('then it asks of that date, as known now', () => {
    expect(resolved({ asOf: date('2026-03-15') }).point).toEqual({
      asOf: '2026-03-15',
      knownAt: 6,
    });
  });
});

describe('a question as known at', () => {
  it('an ordinal, then exactly at that', () => {
    expect(resolved({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(2) } })).toMatchObject({
      point: { asOf: '2026-06-30', knownAt: 2 },
      knownAt: 2,
    });
  });

  it('an ordinal that is still to come, then it says up to where the log goes', () => {
    const tooLate = failure({ knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(7) } });
    expect(tooLate).toMatchObject(E.left({ _tag: 'Invalid' }));
    expect(JSON.stringify(tooLate)).toContain('6');
  });

  it.each([
    ['2026-02-01T22:29:59.999Z', 1],
    ['2026-02-01T22:30:00.000Z', 2],
    ['2027-01-01T00:00:00.000Z', 6],
  ])('the instant %s, then at ordinal %d', (instant, knownAt) => {
    const question = { knownAt: { _tag: 'AtInstant', instant: must(Instant)(instant) } } as const;
    expect(resolved(question)).toMatchObject({ point: { knownAt }, knownAt: instant });
  });

  it('a date, then at the end of that day where the plan is', () => {
    // 23:59:59.999 in London's summer.
    const question = { knownAt: { _tag: 'AtEndOf', date: date('2026-05-01') } } as const;
    expect(resolved(question)).toMatchObject({
      point: { knownAt: 5 },
      knownAt: '2026-05-01T22:59:59.999Z',
    });
    expect(resolved({ knownAt: { _tag: 'AtEndOf', date: date('2026-04-30') } }).point.knownAt).toBe(
      4,
    );
  });
});

describe('a question as in a document', () => {
  it('by its name, then it asks of its date, of what it and those before it said', () => {
    expect(resolved({ asIn: 'june.txt' })).toMatchObject({
      point: {
        asOf: '2026-06-30',
        knownAt: 6,
        documents: new Set([documentNumber(1), documentNumber(2)]),
      },
      asIn: { name: 'june.txt', on: '2026-06-30', sha256: documentNumber(2) },
    });
  });

  it('that was imported for two dates, then it asks of the later one', () => {
    expect(resolved({ asIn: 'march.txt' })).toMatchObject({
      point: { asOf: '2026-05-31', documents: new Set([documentNumber(1)]) },
    });
  });

  it('by its hash, then the whole of it', () => {
    expect(resolved({ asIn: documentNumber(2) }).asIn?.name).toBe('june.txt');
  });

  it('and as of another date, then it asks what its readers would have seen then', () => {
    expect(resolved({ asIn: 'june.txt', asOf: date('2026-04-15') }).point).toMatchObject({
      asOf: '2026-04-15',
      documents: new Set([documentNumber(1), documentNumber(2)]),
    });
  });

  it.each(['may.txt', '0000f', ''])(
    '%j that there is none of, then it says which there are',
    (asIn) => {
      const missing = failure({ asIn });
      expect(missing).toMatchObject(E.left({ _tag: 'Missing' }));
      expect(JSON.stringify(missing)).toContain('june.txt (2026-06-30)');
    },
  );
});
