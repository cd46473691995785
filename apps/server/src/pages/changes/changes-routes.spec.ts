import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  NoteAdded,
  PartyId,
  PlanId,
  RatingChanged,
  ReviewHeld,
  SignInName,
} from '@trackrecord/domain';
import { anAction, aPlan, happened, holding, type Logged, must } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserOf, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { changesRoutes } from './changes-routes.ts';

const reader: Principal = {
  party: must(PartyId)('p-9'),
  name: 'Corin Vale',
  grants: [{ role: 'reader', plan: must(PlanId)('harbour') }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('corin'),
  },
};

const rated = (action: string, rating: string, on: string) =>
  happened(RatingChanged, { action, rating }, on);

// Today is 30 June 2026. The board of 31 March looked at ordinal 5; ordinal 7 is late news of February.
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['plan-harbour', aPlan],
  /* 2 */ ['plan-harbour', anAction('27')],
  /* 3 */ ['plan-harbour', anAction('28')],
  /* 4 */ ['plan-harbour', rated('27', 'Amber', '2026-02-01')],
  /* 5 */ ['plan-harbour', rated('28', 'Green', '2026-02-01')],
  /* 6 */ [
    'review-harbour-2026-03-31',
    happened(ReviewHeld, { plan: 'harbour', on: '2026-03-31', ordinal: 5 }, '2026-03-31'),
  ],
  /* 7 */ ['plan-harbour', rated('28', 'Red', '2026-02-15')],
  /* 8 */ ['plan-harbour', rated('27', 'Green', '2026-05-01')],
  /* 9 */ [
    'plan-harbour',
    happened(NoteAdded, { action: '27', note: 'n-1', text: 'Open <now>.' }, '2026-05-01'),
  ],
];

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('the page of changes of a plan', () => {
  const at: { browser: TestBrowser | undefined } = { browser: undefined };

  beforeAll(async () => {
    const desk = await testDesk(await holding(...log));
    at.browser = browserOf(desk, changesRoutes, visitorAs(reader));
  });

  const get = async (query: string) => {
    const came = await at.browser?.get(`/plans/harbour/changes${query}`);
    if (came?._tag !== 'Page') throw new Error(`no page: ${JSON.stringify(came)}`);
    return { ...came, words: wordsOf(came.html) };
  };

  it('given nothing asked when it is opened then since what the board saw: late news is news to it', async () => {
    const { status, words } = await get('');
    expect(status).toBe(200);
    expect(words).toContain('From 31 March 2026, as the board saw it then');
    expect(words).toContain('to today, 30 June 2026');
    expect(words).toContain('1 rated worse 1 rated better 1 with news');
    expect(words).toMatch(/27 Do 27 Rated better Amber → to Green News Open &lt;now&gt;\./u);
    expect(words).toMatch(/28 Do 28 Rated worse Green → to Red/u);
  });

  it('given the same date as known now when it is opened then late news was so all along', async () => {
    const { words } = await get('?from=2026-03-31');
    expect(words).toContain('From 31 March 2026 to today');
    expect(words).not.toContain('Rated worse');
  });

  it('given two dates as people write them when it is opened then between those, and links stay at the second', async () => {
    const { words, html } = await get('?from=1/2/2026&to=28+February+2026');
    expect(words).toContain('From 1 February 2026 to 28 February 2026');
    expect(words).toContain('28 Do 28 Rated worse Green → to Red');
    expect(html).toContain('href="/plans/harbour/actions/28?asOf=2026-02-28"');
    // No review was held before that date.
    expect(words).not.toContain('Since the last review');
  });

  it('given a past date of the page when it is opened then the second end is that, three months the first', async () => {
    const { words } = await get('?asOf=2026-03-31&knownAt=5');
    expect(words).toContain(
      'From 31 December 2025, as known at ordinal 5 to 31 March 2026, as known at ordinal 5',
    );
    expect(words).toContain('The plan was not there at the first date: all of it is new.');
    expect(words).toContain('2 new');
  });

  it('given both ends known at other times when it is opened then each as known then', async () => {
    const { words } = await get('?from=2026-06-01&fromKnownAt=5&to=2026-06-01&toKnownAt=7');
    expect(words).toContain('28 Do 28 Rated worse Green → to Red');
    expect(words).not.toContain('27 Do 27 Rated');
  });

  it.each([
    ['?from=31/2/2026', ['from']],
    ['?from=2026-06-01&to=2026-05-01', ['from']],
    ['?to=never&toKnownAt=soon', ['to', 'toKnownAt']],
    ['?from=2026-05-01&fromKnownAt=9999', ['fromKnownAt']],
    ['?kind=shouted', ['kind']],
  ])(
    'given %s when it is opened then what is wrong is told by field, and the page is there',
    async (query, fields) => {
      const { status, errors, words } = await get(query);
      expect(status).toBe(400);
      expect(errors.map(({ field }) => field)).toEqual(fields);
      expect(words).toContain('What changed');
    },
  );

  it('given a second date before the plan began when it is opened then it is missing, and when it begins', async () => {
    expect(await at.browser?.get('/plans/harbour/changes?to=2025-12-31')).toMatchObject({
      failure: { _tag: 'Missing', firstOn: '2026-01-01' },
    });
  });
});
