import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  NoteAdded,
  OrganisationJoined,
  OwnerAssigned,
  PartyId,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
  SignInName,
  UpdateRequested,
} from '@trackrecord/domain';
import { anAction, aPlan, happened, holding, type Logged, must } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserOf, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { owedRoutes } from './owed-routes.ts';

type Grants = Principal['grants'];

const somebody = (grants: Grants): Principal => ({
  party: must(PartyId)('p-1'),
  name: 'Asha Bell',
  grants,
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-1'),
    signInName: must(SignInName)('asha'),
  },
});

const harbour = must(PlanId)('harbour');

const person = (name: string, kind = 'person') => happened(PartyRegistered, { kind, name });

const rated = (action: string) => happened(RatingChanged, { action, rating: 'Red' }, '2026-01-10');

const lead = (action: string, party: string) =>
  happened(OwnerAssigned, { action, party, role: 'lead' }, '2026-01-10');

// Today is 30 June 2026: Red since 10 January, news was due on 10 February, 18 + 31 + 30 + 31 + 30 days before. Asha belongs to TIDE.
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', person('Asha Bell')],
  /* 2 */ ['party-p-2', person('TIDE', 'organisation')],
  /* 3 */ ['party-p-3', person('Tom Okafor')],
  /* 4 */ ['party-p-1', happened(OrganisationJoined, { organisation: 'p-2' })],
  /* 5 */ ['plan-harbour', aPlan],
  ...['1', '2', '3'].map((id): Logged => ['plan-harbour', anAction(id)]),
  ...['1', '2', '3'].map((id): Logged => ['plan-harbour', rated(id)]),
  ['plan-harbour', lead('1', 'p-2')],
  ['plan-harbour', lead('2', 'p-3')],
  ['plan-harbour', happened(NoteAdded, { action: '1', note: 'n-1', text: '=1+1' }, '2026-01-10')],
  [
    'plan-harbour',
    happened(
      UpdateRequested,
      {
        action: '3',
        request: 'r-1',
        asked: { of: ['p-1'], words: 'How far?', state: 'open', askedOn: '2026-06-01' },
      },
      '2026-06-01',
    ),
  ],
  [
    'plan-vale',
    happened(
      PlanRegistered,
      { plan: 'vale', title: 'Vale Plan', timeZone: 'Europe/London' },
      '2026-01-01',
    ),
  ],
  ['plan-vale', anAction('9')],
];

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const formsIn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/href="(\/plans\/[^"]*\/(?:answer|ask)[^"]*)"/gu)].map(([, href = '']) => href);

describe('the pages of updates owed', () => {
  const at: { as: (...grants: Grants) => TestBrowser } = {
    as: () => {
      throw new Error('there is no desk yet');
    },
  };

  beforeAll(async () => {
    const desk = await testDesk(await holding(...log));
    at.as = (...grants) => browserOf(desk, owedRoutes, visitorAs(somebody(grants)));
  });

  const get = async (address: string, role: Grants[number]['role'] = 'reader') => {
    const came = await at.as({ role, plan: harbour }).get(address);
    if (came._tag !== 'Page') throw new Error(`no page: ${JSON.stringify(came)}`);
    return { ...came, words: wordsOf(came.html) };
  };

  it('given a plan when it is opened then who owes what, why, since when, how late, and the last words', async () => {
    const { status, words } = await get('/plans/harbour/owed');
    expect(status).toBe(200);
    expect(words).toContain('4 updates owed, on 3 actions; 4 overdue, by up to 140 days.');
    expect(words).toMatch(
      /TIDE 1 update .* 1 Do 1 Red No news since 10 January 2026; it is due every month 10 February 2026 140 days overdue =1\+1 \( ?10 January 2026\)/u,
    );
    expect(words).toContain('Asked on 1 June 2026: “How far?” 1 June 2026 29 days overdue');
  });

  it.each([
    ['reader', []],
    [
      'owner',
      // Action 1 is their organisation's; they are asked about action 3; action 2 is somebody else's.
      [
        '/plans/harbour/actions/1/answer',
        '/plans/harbour/actions/1/answer?news=none',
        '/plans/harbour/actions/3/answer',
        '/plans/harbour/actions/3/answer?news=none',
      ],
    ],
    [
      'manager',
      ['1', '2', '3'].flatMap((ref) => [
        `/plans/harbour/actions/${ref}/answer`,
        `/plans/harbour/actions/${ref}/answer?news=none`,
        `/plans/harbour/actions/${ref}/ask${ref === '1' ? '?of=p-2' : ref === '2' ? '?of=p-3' : ''}`,
      ]),
    ],
  ] as const)('given a %s when it is opened then what they may do', async (role, forms) => {
    const { html } = await get('/plans/harbour/owed?sort=ref&group=none&reason=overdue', role);
    expect(formsIn(html)).toEqual(forms);
  });

  it('given one’s own when they are opened then theirs and their organisation’s', async () => {
    const { words } = await get('/plans/harbour/owed?whose=mine');
    expect(words).toContain('Everybody’s (4) Mine (2)');
    expect(words).toContain('2 updates owed, on 2 actions');
    expect(words).not.toContain('Tom Okafor');
  });

  it('given a past date when it is opened then who owed then, and nothing to do about it', async () => {
    const { words, html } = await get('/plans/harbour/owed?asOf=2026-04-20', 'manager');
    expect(words).toContain('3 updates owed then, on 3 actions; 3 overdue, by up to 69 days.');
    expect(formsIn(html)).toEqual([]);
    expect(html).toContain('href="/plans/harbour/actions/1?asOf=2026-04-20"');
  });

  it('given what was known then when it is opened then without what came in later', async () => {
    const { words } = await get('/plans/harbour/owed?asOf=2026-06-30&knownAt=8');
    // By ordinal 8 the actions were there and not rated: due on 1 March, and never rated.
    expect(words).toContain('3 overdue 3 never rated');
  });

  it('given a role on one plan when all are opened then that plan alone', async () => {
    const { words } = await get('/owed');
    expect(words).toContain('4 updates owed');
    expect(words).not.toContain('Vale Plan');
  });

  it('given a role on every plan when all are opened then all of them, by plan too', async () => {
    const everywhere = at.as({ role: 'reader', plan: null });
    const came = await everywhere.get('/owed?group=plan');
    if (came._tag !== 'Page') throw new Error('no page');
    expect(came.html).toContain('href="/plans/vale/owed">Vale Plan</a>');
    expect(wordsOf(came.html)).toContain('5 updates owed, on 4 actions');
  });

  it('given a filter when its data is asked for then what is shown, safe in a spreadsheet', async () => {
    const browser = at.as({ role: 'reader', plan: harbour });
    const csv = await browser.get('/plans/harbour/owed?party=p-1&format=csv');
    if (csv._tag !== 'Other' || csv.reply._tag !== 'Body') throw new Error('no file');
    const lines = String(csv.reply.body).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(
      'harbour,3,Do 3,Asha Bell,p-1,asked,2026-06-01,2026-06-01,29,How far?,action:3,r-1',
    );
    expect(csv.reply.fileName).toBe('harbour-updates-owed-as-of-2026-06-30-known-at-17-shown.csv');
    const json = await browser.get('/owed?whose=mine&format=json');
    if (json._tag !== 'Other' || json.reply._tag !== 'Json') throw new Error('no data');
    expect(json.reply.value).toMatchObject([{ action: '1' }, { action: '3' }]);
  });

  it('given what is not accepted when it is opened then it is told, and the page is there', async () => {
    const { status, errors, words } = await get('/plans/harbour/owed?group=plan&sort=size&asOf=x');
    expect(status).toBe(400);
    expect(errors.map(({ field }) => field)).toEqual(['asOf', 'group', 'sort']);
    expect(words).toContain('4 updates owed');
  });
});
