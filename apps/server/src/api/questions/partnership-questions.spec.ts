import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  PartnershipRegistered,
  PartyId,
  PlanId,
  PlanRegistered,
  SignInName,
} from '@trackrecord/domain';
import { anAction, happened, holding, type Logged, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../http/reply.ts';
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { routesOf } from '../endpoint.ts';
import { partnershipQuestions } from './partnership-questions.ts';

const reader = (plan: string | null): Principal => ({
  party: must(PartyId)('p-9'),
  name: 'Rhoda Tansley',
  grants: [{ role: 'reader', plan: plan === null ? null : must(PlanId)(plan) }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('rhoda'),
  },
});

const planOf = (plan: string, on: string, partnership?: string): Logged => [
  `plan-${plan}`,
  happened(
    PlanRegistered,
    {
      plan,
      title: `The ${plan} plan`,
      timeZone: 'Europe/London',
      ...(partnership === undefined ? {} : { partnership }),
    },
    on,
  ),
];

const log: ReadonlyArray<Logged> = [
  ['partnership-west', happened(PartnershipRegistered, { name: 'West' }, '2026-01-01')],
  planOf('harbour', '2026-01-01', 'west'),
  planOf('moor', '2026-05-01'),
  ['plan-harbour', anAction('27')],
];

const replyTo = async (address: string, plan: string | null = null): Promise<Reply | null> => {
  const desk = await testDesk(await holding(...log));
  const routes = partnershipQuestions.flatMap(routesOf);
  const came = await browserOf(desk, routes, visitorAs(reader(plan))).get(address);
  return came._tag === 'Other' ? came.reply : null;
};

const noRating = { Red: 0, Amber: 0, Green: 0 };

describe('partnerships over HTTP', () => {
  it('given today, then partnerships with their plans, and the plans of none', async () => {
    expect(await replyTo('/api/v1/partnerships')).toMatchObject({
      _tag: 'Json',
      status: 200,
      value: {
        asOf: '2026-06-30',
        ordinal: 4,
        partnerships: [
          {
            id: 'west',
            name: 'West',
            plans: [
              {
                id: 'harbour',
                counts: { actions: 1, byRating: { ...noRating, 'Not rated': 1 } },
              },
            ],
          },
        ],
        others: [{ id: 'moor' }],
      },
    });
  });

  it('given a role on one plan, then that one alone; given a past date, then what there was', async () => {
    expect(await replyTo('/api/v1/partnerships', 'moor')).toMatchObject({
      value: { partnerships: [], others: [{ id: 'moor' }] },
    });
    expect(await replyTo('/api/v1/partnerships?asOf=2026-04-30')).toMatchObject({
      value: { asOf: '2026-04-30', others: [] },
    });
  });

  it('given a table, then a row a plan', async () => {
    const reply = await replyTo('/api/v1/partnerships?format=csv');
    if (reply?._tag !== 'Body') throw new Error('no table');
    const [head, ...rows] = String(reply.body).trim().split('\r\n');
    expect(head).toBe(
      'partnership,plan,title,period,status,actions,ratings,updates owed,last updated on',
    );
    expect(rows.map((row) => row.split(',').slice(0, 6).join(','))).toEqual([
      'West,harbour,The harbour plan,,open,1',
      ',moor,The moor plan,,open,0',
    ]);
    expect(reply.fileName).toBe('plans-as-of-2026-06-30-known-at-4.csv');
  });

  it('given a date that is none, or a document, then it is refused', async () => {
    for (const address of ['?asOf=soon', '?asIn=q1.txt'])
      expect(await replyTo(`/api/v1/partnerships${address}`)).toMatchObject({ status: 400 });
  });
});
