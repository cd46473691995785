import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  ActionCreated,
  ActionWithdrawn,
  OwnerAssigned,
  PartnershipRegistered,
  PartyId,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
  ReviewHeld,
  SignInName,
} from '@trackrecord/domain';
import { anAction, happened, holding, type Logged, must } from '@trackrecord/test-kit';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserOf, type Came, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { framed } from '../render-reply.ts';
import { planRoutes } from './plan-routes.ts';

const harbour = must(PlanId)('harbour');

const somebody = (role: Principal['grants'][number]['role']): Principal => ({
  party: must(PartyId)('p-9'),
  name: 'Rhoda Tansley',
  grants: [{ role, plan: harbour }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('rhoda'),
  },
});

const aPlan = happened(
  PlanRegistered,
  { plan: 'harbour', title: 'Harbour Plan', timeZone: 'Europe/London', partnership: 'west' },
  '2026-01-01',
);

const rated = (action: string, rating: string, on: string) =>
  happened(RatingChanged, { action, rating }, on);

// Today is 30 June 2026.
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['partnership-west', happened(PartnershipRegistered, { name: 'West' }, '2026-01-01')],
  /* 2 */ ['party-p-1', happened(PartyRegistered, { kind: 'person', name: 'Asha Bell' })],
  /* 3 */ ['plan-harbour', aPlan],
  /* 4 */ ['plan-harbour', anAction('27')],
  /* 5 */ ['plan-harbour', anAction('28')],
  /* 6 */ ['plan-harbour', anAction('29')],
  /* 7 */ ['plan-harbour', rated('27', 'Red', '2026-02-01')],
  /* 8 */ [
    'plan-harbour',
    happened(OwnerAssigned, { action: '27', party: 'p-1', role: 'lead' }, '2026-02-01'),
  ],
  /* 9 */ [
    'review-harbour-2026-03-31',
    happened(ReviewHeld, { plan: 'harbour', on: '2026-03-31', ordinal: 8 }, '2026-03-31'),
  ],
  /* 10 */ ['plan-harbour', rated('27', 'Green', '2026-05-01')],
  /* 11 */ ['plan-harbour', happened(ActionWithdrawn, { action: '29' }, '2026-06-01')],
];

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the page of a plan', () => {
  const at: { as: (role: Principal['grants'][number]['role']) => ReturnType<typeof browserOf> } = {
    as: () => {
      throw new Error('there is no desk yet');
    },
  };

  beforeAll(async () => {
    const desk = await testDesk(await holding(...log));
    at.as = (role) => browserOf(desk, planRoutes, visitorAs(somebody(role)));
  });

  const get = (address: string, role: Principal['grants'][number]['role'] = 'reader') =>
    at.as(role).get(address);

  const pageOf = (came: Came): Extract<Came, { _tag: 'Page' }> => {
    if (came._tag === 'Page') return came;
    throw new Error(`no page: ${JSON.stringify(came)}`);
  };

  const words = async (address: string): Promise<string> =>
    wordsOf(pageOf(await get(address)).html);

  it('given today, then partnership, title, last review and actions are shown', async () => {
    const { status, title, html } = pageOf(await get('/plans/harbour'));
    expect([status, title]).toEqual([200, 'Harbour Plan']);
    expect(wordsOf(html)).toContain('West Harbour Plan');
    expect(wordsOf(html)).toContain('Last review 31 March 2026');
    expect(wordsOf(html)).toContain('2 actions, and 1 withdrawn');
    expect(html).toContain('href="/plans/harbour?asOf=2026-03-31&amp;knownAt=8"');
  });

  it('given a past date, then what was true then, and links that stay there', async () => {
    const html = pageOf(await get('/plans/harbour?asOf=2026-02-28')).html;
    expect(wordsOf(html)).toMatch(/27 Do 27 Red/u);
    expect(wordsOf(html)).toContain('3 actions');
    expect(wordsOf(html)).toContain('Last review None recorded');
    expect(html).toContain('href="/plans/harbour/actions/27?asOf=2026-02-28"');
  });

  it('given an ordinal, then what was known then', async () => {
    expect(await words('/plans/harbour?knownAt=6')).toMatch(/27 Do 27 Not rated/u);
  });

  it('given the same address for those who may do more, then they are offered more', async () => {
    const offered = async (role: Principal['grants'][number]['role']) => {
      const { html } = pageOf(await get('/plans/harbour', role));
      return ['review', 'import', 'audit'].filter((name) =>
        html.includes(`href="/plans/harbour/${name}"`),
      );
    };
    // One after the other: what was kept for one is not shown to another.
    expect(await offered('reader')).toEqual([]);
    expect(await offered('manager')).toEqual(['review', 'import', 'audit']);
    expect(await offered('auditor')).toEqual(['audit']);
  });

  it('given a manager on a past date, then nothing can be changed there', async () => {
    const { html } = pageOf(await get('/plans/harbour?asOf=2026-05-05', 'manager'));
    expect(html).not.toContain('Hold a review');
  });

  it('given a filter, then its actions, and a table of the same actions to save', async () => {
    expect(await words('/plans/harbour?rating=green')).toContain('1 of 2 actions');
    const came = await get('/plans/harbour/actions.csv?rating=green&asOf=2026-06-30');
    if (came._tag !== 'Other' || came.reply._tag !== 'Body') throw new Error('no file');
    const { fileName, body } = came.reply;
    expect(fileName).toBe('harbour-as-of-2026-06-30-known-at-11-shown.csv');
    const lines = String(body).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^27,27\.,Do 27,Green,open,/u);
  });

  it('given values and dates that are not accepted, then they are told and the page is there', async () => {
    const { status, errors, html } = pageOf(
      await get('/plans/harbour?rating=Purple&sort=size&asOf=31/2/2026'),
    );
    expect(status).toBe(400);
    expect(errors.map(({ field }) => field)).toEqual(['asOf', 'rating', 'sort']);
    expect(wordsOf(html)).toContain('2 actions, and 1 withdrawn');
    const table = await get('/plans/harbour/actions.csv?rating=Purple');
    expect(table).toMatchObject({ _tag: 'Failed', failure: { _tag: 'Invalid', field: 'rating' } });
  });

  it('given a date before the plan began, then it is missing, and the first date is told', async () => {
    expect(await get('/plans/harbour?asOf=2025-12-31')).toMatchObject({
      failure: { _tag: 'Missing', firstOn: '2026-01-01' },
    });
  });

  it('given no text, then its page says so', async () => {
    const { status, html } = pageOf(await get('/plans/harbour/text'));
    expect(status).toBe(200);
    expect(wordsOf(html)).toContain('The plan has no text of its own yet');
  });
});

describe('a plan of two hundred actions', () => {
  // Titles as plans have them: a sentence of ten to thirty words that is like no other.
  const lexicon =
    'families children schools housing health young people parents carers support training work with local partners reduce improve access services every ward harbour vale by March open visit offer group weekly sessions advice police nurses libraries youth centre early help plan targets review agree share data grants club breakfast reading transport safer streets homes jobs apprenticeships mentors volunteers'.split(
      ' ',
    );
  const title = (index: number): string =>
    Array.from(
      { length: 10 + ((index * 7) % 20) },
      (_, place) => lexicon[(index * 31 + place * place * 17 + place * index) % lexicon.length],
    ).join(' ');
  const ratings = ['Red', 'Amber', 'Green'];
  const events = Array.from({ length: 200 }, (_, index): ReadonlyArray<Logged> => {
    const id = String(index + 1);
    const created = happened(
      ActionCreated,
      { action: id, ref: id, label: `${id}.`, title: title(index), under: { results: [] } },
      '2026-01-01',
    );
    return [
      ['plan-harbour', created],
      ['plan-harbour', rated(id, ratings[(index * 5) % 3] ?? 'Red', '2026-02-01')],
      [
        'plan-harbour',
        happened(OwnerAssigned, { action: id, party: 'p-1', role: 'lead' }, '2026-02-01'),
      ],
    ];
  }).flat();

  it('given its whole page, then it goes over the wire in 20 kB, by brotli and by gzip', async () => {
    const desk = await testDesk(await holding(...log.slice(0, 3), ...events));
    const visitor = visitorAs(somebody('manager'));
    const came = await browserOf(desk, planRoutes, visitor).get('/plans/harbour');
    if (came._tag !== 'Page') throw new Error('no page');
    const html = framed(
      desk,
      { visitor, csrfToken: 'x'.repeat(64), cookies: undefined },
      { title: came.title, content: came.html, section: 'plans', wide: true },
    );
    expect(wordsOf(html)).toContain('200 actions');
    const brotli = brotliCompressSync(html, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    });
    expect(brotli.length).toBeLessThan(20_000);
    expect(gzipSync(html, { level: 6 }).length).toBeLessThan(20_000);
  });
});
