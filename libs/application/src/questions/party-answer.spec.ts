import {
  ActionClosed,
  ActionWithdrawn,
  AssertionsRetracted,
  BoardRoleTaken,
  OrganisationJoined,
  OwnerAssigned,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PartyRenamed,
  PlanId,
  PlanRegistered,
  RatingChanged,
  UpdateRequested,
} from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import {
  anAction,
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
import { owedAnswer } from './owed-answer.ts';
import type { PlansSeen } from './partnerships-answer.ts';
import { partyAnswer } from './party-answer.ts';
import type { Question } from './question.ts';

const date = must(LocalDate);
const reed = must(PartyId)('p-1');

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');

const aPlanOfVale = happened(
  PlanRegistered,
  { plan: 'vale', title: 'A plan for the Vale', timeZone: 'Europe/London' },
  '2026-05-01',
);

const own = (action: string, party: string, role: string, on = '2026-01-01') =>
  happened(OwnerAssigned, { action, party, role }, on);

const rated = (action: string, rating: string, on: string) =>
  happened(RatingChanged, { action, rating }, on);

const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', person('Mary Reed')],
  /* 2 */ ['party-p-2', person('M. Reed')],
  /* 3 */ ['party-p-3', person('Ann Lee')],
  /* 4 */ [
    'party-p-4',
    happened(PartyRegistered, { kind: 'organisation', name: 'Harbour Council' }),
  ],
  /* 5 */ ['party-p-2', happened(PartyMerged, { into: 'p-1' })],
  /* 6 */ ['party-p-1', happened(OrganisationJoined, { organisation: 'p-4' })],
  /* 7 */ ['party-p-3', happened(OrganisationJoined, { organisation: 'p-4' })],
  /* 8 */ ['party-p-1', happened(BoardRoleTaken, { board: 'Harbour Board', role: 'Chair' })],
  /* 9 */ ['party-p-1', happened(PartyRenamed, { name: 'Mary Reed-Holt' }, '2026-06-30')],
  /* 10 */ ['plan-harbour', aPlan],
  /* 11 */ ['plan-harbour', anAction('1')],
  /* 12 */ ['plan-harbour', anAction('2')],
  /* 13 */ ['plan-harbour', anAction('3')],
  /* 14 */ ['plan-harbour', anAction('4')],
  /* 15 */ ['plan-harbour', own('1', 'p-1', 'lead')],
  /* 16 */ ['plan-harbour', own('2', 'p-2', 'support')],
  /* 17 */ ['plan-harbour', own('3', 'p-2', 'lead', '2026-03-01')],
  /* 18 */ ['plan-harbour', own('4', 'p-1', 'lead')],
  /* 19 */ [
    'plan-harbour',
    rated('1', 'Amber', '2026-05-01'),
    { onWordOf: 'p-2', why: 'by phone' },
  ],
  /* 20 */ ['plan-harbour', rated('3', 'Red', '2026-03-01')],
  /* 21 */ ['plan-harbour', happened(ActionClosed, { action: '3' }, '2026-04-01')],
  /* 22 */ ['plan-harbour', happened(ActionWithdrawn, { action: '4' }, '2026-04-01')],
  /* 23 */ [
    'plan-harbour',
    happened(
      UpdateRequested,
      {
        action: '2',
        request: 'r-1',
        asked: {
          of: ['p-1', 'p-2', 'p-3'],
          words: 'Report needed',
          state: 'open',
          askedOn: '2026-06-01',
          dueOn: '2026-06-20',
        },
      },
      '2026-06-01',
    ),
  ],
  /* 24 */ ['plan-vale', aPlanOfVale],
  /* 25 */ ['plan-vale', { ...anAction('9'), on: '2026-05-01' }],
  /* 26 */ ['plan-vale', own('9', 'p-1', 'lead', '2026-05-01')],
  /* 27 */ ['plan-moor', aPlan],
  /* 28 */ [
    'plan-harbour',
    rated('2', 'Red', '2026-06-10'),
    { recordedBy: { party: 'p-1', verified: true } },
  ],
  /* 29 */ [
    'plan-harbour',
    happened(AssertionsRetracted, { events: [eventIdNumber(28)] }, '2026-06-11'),
    { recordedBy: { party: 'p-3', verified: true } },
  ],
];

describe('a party in full', () => {
  let deps: Writable;

  beforeAll(async () => {
    deps = await holding(...log);
  });

  const ask = (party = reed, question: Question = {}, seen?: PlansSeen) =>
    partyAnswer(deps)(party, question, seen);

  it('given a person, then every name, their organisations and their roles', () => {
    expect(rightOf(ask())).toMatchObject({
      asOf: '2026-06-30',
      ordinal: 29,
      id: 'p-1',
      name: 'Mary Reed-Holt',
      kind: 'person',
      spellings: [{ id: 'p-2', name: 'M. Reed' }],
      formerNames: ['Mary Reed'],
      organisations: [{ id: 'p-4', name: 'Harbour Council' }],
      members: [],
      boardRoles: [{ board: 'Harbour Board', role: 'Chair' }],
    });
  });

  it('given an organisation, then its members', () => {
    expect(rightOf(ask(must(PartyId)('p-4')))).toMatchObject({
      name: 'Harbour Council',
      members: [
        { id: 'p-3', name: 'Ann Lee' },
        { id: 'p-1', name: 'Mary Reed-Holt' },
      ],
      plans: [],
      latest: [],
    });
  });

  it('given a spelling that was merged, then the party that it is', () => {
    expect(rightOf(ask(must(PartyId)('p-2')))).toEqual(rightOf(ask()));
  });

  it('given the plans that name it, then what it leads, supports and is asked for, under every spelling', () => {
    const { plans } = rightOf(ask());
    expect(plans.map(({ plan, title }) => [plan, title])).toEqual([
      ['vale', 'A plan for the Vale'],
      ['harbour', 'Harbour Children’s Plan'],
    ]);
    expect(plans[1]?.leads).toEqual([
      {
        ref: '1',
        title: 'Do 1',
        rating: 'Amber',
        status: 'open',
        timescale: null,
        lastUpdatedOn: '2026-05-01',
      },
      {
        ref: '3',
        title: 'Do 3',
        rating: 'Red',
        status: 'closed',
        timescale: null,
        lastUpdatedOn: '2026-04-01',
      },
    ]);
    expect(plans[1]?.supports.map(({ ref, rating }) => [ref, rating])).toEqual([
      ['2', 'Not rated'],
    ]);
    expect(plans[1]?.askedFor).toEqual([
      {
        ref: '2',
        title: 'Do 2',
        words: 'Report needed',
        askedOn: '2026-06-01',
        dueOn: '2026-06-20',
      },
    ]);
  });

  it('given what it owes, then since when and by when; two spellings owe once', () => {
    const { plans } = rightOf(ask());
    expect(
      plans.flatMap(({ owes }) =>
        owes.map(({ plan, action, reason, since, dueOn, daysOverdue }) => [
          ...[plan, action, reason, since, dueOn, daysOverdue],
        ]),
      ),
    ).toEqual([
      ['vale', '9', 'never rated', '2026-05-01', '2026-05-01', 60],
      ['harbour', '2', 'asked', '2026-06-01', '2026-06-20', 10],
      // It supports 2, which nobody leads: created on 1 January, not rated: two months later news was due. From 1 March
      // to 30 June are 30 + 30 + 31 + 30 days.
      ['harbour', '2', 'overdue', '2026-01-01', '2026-03-01', 121],
      ['harbour', '2', 'never rated', '2026-01-01', '2026-01-01', 180],
    ]);
    const all = rightOf(owedAnswer(deps)({ party: reed }, {}));
    expect(new Set(plans.flatMap(({ owes }) => owes).map((debt) => JSON.stringify(debt)))).toEqual(
      new Set(all.map((debt) => JSON.stringify(debt))),
    );
  });

  it('given what it last said, then the newest first, on its word too', () => {
    expect(rightOf(ask()).latest.map(({ plan, sentence }) => [plan, sentence])).toEqual([
      [
        'harbour',
        'Action 2: Not rated → Red by Mary Reed-Holt on 10 June 2026, recorded on 1 July 2026 at 10:00. Taken back on 1 July 2026 at 10:00 by Ann Lee',
      ],
      [
        'harbour',
        'Action 1: Not rated → Amber by Mary Reed-Holt on 1 May 2026, recorded on 1 July 2026 at 10:00 by p-4c1f, because “by phone”',
      ],
    ]);
  });

  it('given a past date, then what it did then, in the plans that were there', () => {
    const { plans } = rightOf(ask(reed, { asOf: date('2026-02-01') }));
    expect(plans.map(({ plan, leads }) => [plan, leads.map(({ ref }) => ref)])).toEqual([
      ['harbour', ['1', '4']],
    ]);
  });

  it('given an ordinal, then what was known at it', () => {
    const question = { knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(28) } } as const;
    const { plans, latest } = rightOf(ask(reed, question));
    expect(plans[1]?.supports[0]?.rating).toBe('Red');
    expect(latest[0]?.retracted).toBeNull();
    expect(ask(reed, { knownAt: { _tag: 'AtOrdinal', ordinal: ordinal(30) } })).toMatchObject(
      E.left({ _tag: 'Invalid' }),
    );
  });

  it('given somebody who may see one plan, then that one’s', () => {
    const seen = new Set([must(PlanId)('vale')]);
    const { plans, latest } = rightOf(ask(reed, {}, seen));
    expect([plans.map(({ plan }) => plan), latest]).toEqual([['vale'], []]);
  });

  it('given a party whom nobody knows, then that', () => {
    expect(ask(must(PartyId)('p-9'))).toMatchObject(E.left({ _tag: 'Missing', field: 'party' }));
  });
});
