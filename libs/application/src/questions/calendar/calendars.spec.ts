import {
  ActionClosed,
  OrganisationJoined,
  OwnerAssigned,
  PartyId,
  PartyMerged,
  PartyRegistered,
  PlanClosed,
  PlanId,
  PlanPeriodSet,
  PlanRegistered,
  RatingChanged,
  ReviewHeld,
  UpdateRequested,
} from '@trackrecord/domain';
import { anAction, happened, holding, type Logged, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../describe-failure.ts';
import type { Calendar } from '../../ports/calendar-writer.ts';
import type { PlansSeen } from '../partnerships-answer.ts';
import { resolveQuestion } from '../resolve-question.ts';
import { noAddresses, type PageAddresses } from './calendar-entries.ts';
import { partyCalendar } from './party-calendar.ts';
import { planCalendar } from './plan-calendar.ts';

const [harbour, vale] = [must(PlanId)('harbour'), must(PlanId)('vale')];

const plan = (id: string, title: string): Logged => [
  `plan-${id}`,
  happened(PlanRegistered, { plan: id, title, timeZone: 'Europe/London' }, '2026-01-01'),
];
const party = (id: string, name: string, kind = 'person'): Logged => [
  `party-${id}`,
  happened(PartyRegistered, { kind, name }),
];
const rated = (of: string, action: string, rating: string): Logged => [
  `plan-${of}`,
  happened(RatingChanged, { action, rating }, '2026-06-10'),
];
const owned = (of: string, action: string, by: string, role = 'lead'): Logged => [
  `plan-${of}`,
  happened(OwnerAssigned, { action, party: by, role }, '2026-06-10'),
];

// Today is 30 June 2026, which began on the evening of the 29th, UTC. Asha belongs to TIDE.
const log: ReadonlyArray<Logged> = [
  /* 1 */ party('p-1', 'Asha Bell'),
  /* 2 */ party('p-2', 'TIDE', 'organisation'),
  /* 3 */ party('p-3', 'Tom Okafor'),
  /* 4 */ ['party-p-1', happened(OrganisationJoined, { organisation: 'p-2' })],
  /* 5 */ plan('harbour', 'Harbour Plan'),
  /* 6 */ plan('vale', 'Vale Plan'),
  /* 7, 8, 9 */ ...['1', '2', '3'].map((id): Logged => ['plan-harbour', anAction(id)]),
  /* 10 */ ['plan-vale', anAction('1')],
  /* 11 */ rated('harbour', '1', 'Red'),
  /* 12 */ rated('harbour', '2', 'Green'),
  /* 13 */ rated('vale', '1', 'Amber'),
  /* 14 */ owned('harbour', '1', 'p-2'),
  /* 15 */ owned('harbour', '2', 'p-3'),
  /* 16 */ owned('harbour', '2', 'p-1', 'support'),
  /* 17 */ owned('vale', '1', 'p-1', 'support'),
  /* 18 */ ['plan-harbour', happened(ActionClosed, { action: '3' }, '2026-06-11')],
  /* 19 */ [
    'review-harbour-2026-06-20',
    happened(ReviewHeld, { plan: 'harbour', on: '2026-06-20', ordinal: 18 }, '2026-06-20'),
  ],
];

const addresses: PageAddresses = {
  action: (of, ref) => `https://plans.example/${of}/${ref}`,
  plan: (of) => `https://plans.example/${of}`,
  reviews: (of) => `https://plans.example/${of}/reviews`,
};

const ofPlan = async (
  more: ReadonlyArray<Logged> = [],
  where: PageAddresses = addresses,
): Promise<Calendar> => {
  const deps = await holding(...log, ...more);
  return rightOf(E.chain(planCalendar(deps, where))(resolveQuestion(deps)(harbour, {})));
};

const ofParty = async (
  id: string,
  { seen, more = [] }: { seen?: PlansSeen; more?: ReadonlyArray<Logged> } = {},
) => partyCalendar(await holding(...log, ...more), addresses)(must(PartyId)(id), seen);

const dated = ({ entries }: Calendar) => entries.map(({ on, summary }) => [on, summary]);

describe('the calendar of a plan', () => {
  it('given actions, owners and a review, then their dates in order, with what somebody needs to know', async () => {
    expect(await ofPlan()).toEqual({
      name: 'Harbour Plan: dates',
      description: 'Updates due, timescales and reviews of Harbour Plan.',
      stamp: '2026-06-29T22:59:59.999Z',
      entries: [
        {
          uid: 'review/harbour/2026-06-20',
          on: '2026-06-20',
          summary: 'Review held: Harbour Plan',
          description: 'The board reviewed the plan.\nhttps://plans.example/harbour/reviews',
          url: 'https://plans.example/harbour/reviews',
          category: 'Reviews',
          revision: 19,
        },
        expect.objectContaining({
          uid: 'update-due/harbour/1',
          // Red on 10 June: a month later.
          on: '2026-07-10',
          summary: 'Update due: action 1',
          url: 'https://plans.example/harbour/1',
          category: 'Updates due',
          revision: 18,
        }),
        expect.objectContaining({ uid: 'update-due/harbour/2', on: '2026-09-10' }),
      ],
    });
  });

  it('given an entry, then it says why, whose it is, how it is rated and where it stands', async () => {
    const { entries } = await ofPlan();
    const [, first] = entries;
    expect(first?.description.split('\n').slice(1)).toEqual([
      'An update is due on 10 July 2026. The last news was on 10 June 2026.',
      'Owner: TIDE',
      'Last rating: Red',
      'Plan: Harbour Plan',
      'https://plans.example/harbour/1',
    ]);
  });

  it('given nobody knows of a server, then entries lead nowhere', async () => {
    const { entries } = await ofPlan([], noAddresses);
    expect(entries.map(({ url }) => url)).toEqual([null, null, null]);
    expect(entries.filter(({ description }) => description.includes('https:'))).toEqual([]);
  });

  it('given the end of its period, then that day, and no update due after it', async () => {
    const end: Logged = [
      'plan-harbour',
      happened(
        PlanPeriodSet,
        { period: { asWritten: '2026', latest: '2026-08-31' } },
        '2026-01-01',
      ),
    ];
    expect(dated(await ofPlan([end]))).toEqual([
      ['2026-06-20', 'Review held: Harbour Plan'],
      ['2026-07-10', 'Update due: action 1'],
      ['2026-08-31', 'Period ends: Harbour Plan'],
    ]);
  });

  it('given a closed plan, then nothing', async () => {
    const { entries } = await ofPlan([['plan-harbour', happened(PlanClosed, {}, '2026-06-25')]]);
    expect(entries).toEqual([]);
  });

  it('given news, then the same entry on another day, of a greater revision', async () => {
    const news: Logged = [
      'plan-harbour',
      happened(RatingChanged, { action: '1', rating: 'Green' }, '2026-06-30'),
    ];
    const { entries } = await ofPlan([news]);
    expect(entries.find(({ uid }) => uid === 'update-due/harbour/1')).toMatchObject({
      // Green on 30 June: a quarter later.
      on: '2026-09-30',
      revision: 20,
    });
  });

  it('given a request of many words, then their beginning', async () => {
    const words = 'How far is it? '.repeat(100);
    const asked = { of: [], words, state: 'open', askedOn: '2026-06-12', dueOn: '2026-07-01' };
    const { entries } = await ofPlan([
      [
        'plan-harbour',
        happened(UpdateRequested, { action: '2', request: 'r,1', asked }, '2026-06-12'),
      ],
    ]);
    const [found] = entries.filter(({ category }) => category === 'Updates asked for');
    expect(found).toMatchObject({
      // RFC 3986: a comma is %2C where it may not stand.
      uid: 'update-asked/harbour/2/r%2C1',
      on: '2026-07-01',
      summary: 'Update asked for: action 2',
    });
    expect(found?.description).toContain('Asked on 12 June 2026: “How far is it? How far');
    expect(found?.description).toMatch(/ …”\nOwner: nobody is named\n/u);
    expect(found?.description.length).toBeLessThan(700);
  });
});

describe('the calendar of a person or an organisation', () => {
  it('given a person, then what they or their organisation answer for, in every plan, with the plan’s name', async () => {
    // Of action 2 of Harbour Tom is the lead: whoever supports it is not asked.
    expect(rightOf(await ofParty('p-1'))).toMatchObject({
      name: 'Asha Bell: updates due',
      stamp: '2026-06-29T22:59:59.999Z',
      entries: [
        {
          uid: 'update-due/harbour/1',
          on: '2026-07-10',
          summary: 'Update due: action 1, Harbour Plan',
          revision: 18,
        },
        {
          uid: 'update-due/vale/1',
          // Amber on 10 June: two months later.
          on: '2026-08-10',
          summary: 'Update due: action 1, Vale Plan',
          revision: 17,
        },
      ],
    });
  });

  it('given plans that may not be seen, then nothing of them', async () => {
    expect(dated(rightOf(await ofParty('p-1', { seen: new Set([vale]) })))).toEqual([
      ['2026-08-10', 'Update due: action 1, Vale Plan'],
    ]);
    expect(dated(rightOf(await ofParty('p-1', { seen: new Set() })))).toEqual([]);
  });

  it('given another spelling that was merged into somebody, then their calendar by either', async () => {
    const more: ReadonlyArray<Logged> = [
      party('p-5', 'T. Okafor'),
      ['party-p-5', happened(PartyMerged, { into: 'p-3' })],
      owned('vale', '1', 'p-5'),
    ];
    const expected = [
      ['2026-08-10', 'Update due: action 1, Vale Plan'],
      ['2026-09-10', 'Update due: action 2, Harbour Plan'],
    ];
    expect(dated(rightOf(await ofParty('p-5', { more })))).toEqual(expected);
    expect(rightOf(await ofParty('p-3', { more })).name).toBe('Tom Okafor: updates due');
    expect(dated(rightOf(await ofParty('p-3', { more })))).toEqual(expected);
  });

  it('given nobody of that id, then that is said', async () => {
    const answer = await ofParty('p-9');
    expect(E.isLeft(answer) && [answer.left._tag, describeFailure(answer.left)]).toEqual([
      'Missing',
      'There is no person or organisation "p-9".',
    ]);
  });
});
