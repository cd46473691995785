import { type Principal, resolveQuestion } from '@trackrecord/application';
import {
  AccessId,
  AccountOpened,
  AssertionsRetracted,
  NoteAdded,
  PartyId,
  PartyRegistered,
  PlanId,
  PlanRegistered,
  RatingChanged,
  RoleGranted,
  SignInName,
} from '@trackrecord/domain';
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
import { beforeAll, describe, expect, it } from 'vitest';
import type { Accessed, Desk } from '../../desk.ts';
import { browserOf, type Came, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { pageIn, wordsIn } from '../../testing/asking.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { auditRoutes } from './audit-routes.ts';
import { exportTrail } from './export-trail.ts';

type Grants = Principal['grants'];

const somebody = (grants: Grants): Principal => ({
  party: must(PartyId)('p-9'),
  name: 'Nell Ashby',
  grants,
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('nell'),
  },
});

const harbour = must(PlanId)('harbour');

const day = (index: number): string =>
  `2026-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`;

const byAsha = { recordedBy: { party: 'p-1', verified: true }, channel: 'web' };

const byRhoda = { recordedBy: { party: 'p-4c1f', verified: true }, channel: 'web' };

// A rating a day for 120 days, by turns Red and Green; every event tells a line or more.
const log: ReadonlyArray<Logged> = [
  /* 1 */ ['party-p-1', happened(PartyRegistered, { kind: 'person', name: 'Asha Bell' })],
  /* 2 */ ['party-p-4c1f', happened(PartyRegistered, { kind: 'person', name: 'Rhoda Keeper' })],
  /* 3 */ ['plan-harbour', aPlan],
  /* 4 */ ['plan-harbour', anAction('27')],
  ...Array.from({ length: 120 }, (_, index): Logged => [
    'plan-harbour',
    happened(
      RatingChanged,
      { action: '27', rating: index % 2 === 0 ? 'Red' : 'Green' },
      day(index),
    ),
  ]),
  /* 125 */ [
    'plan-harbour',
    happened(NoteAdded, { action: '27', note: 'n-1', text: '=HYPERLINK("x")' }, '2026-05-15'),
    { ...byAsha, why: '@SUM(1)' },
  ],
  /* 126 */ [
    'plan-harbour',
    happened(AssertionsRetracted, { events: [eventIdNumber(124)] }, '2026-05-16'),
    { ...byAsha, why: 'a slip' },
  ],
  /* 127 */ [
    'plan-vale',
    happened(
      PlanRegistered,
      { plan: 'vale', title: 'Vale Plan', timeZone: 'Europe/London' },
      '2026-01-01',
    ),
  ],
  /* 128 */ [
    'access-a-1',
    happened(AccountOpened, { party: 'p-1', signInName: 'asha' }, '2026-02-01'),
    byRhoda,
  ],
  /* 129 */ [
    'access-a-1',
    happened(RoleGranted, { role: 'manager', plan: 'harbour' }, '2026-02-01'),
    byRhoda,
  ],
];

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const ordinalsIn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<th scope="row">(\d+)<\/th>/gu)].map(([, ordinal = '']) => ordinal);

const linkIn = (html: string, rel: 'next' | 'prev'): string | undefined =>
  new RegExp(`href="([^"]*)" rel="${rel}"`, 'u').exec(html)?.[1]?.replaceAll('&amp;', '&');

const fileIn = (came: Came): Readonly<{ name: string; text: string }> => {
  if (came._tag !== 'Other' || came.reply._tag !== 'Body')
    throw new Error(`no file: ${JSON.stringify(came)}`);
  return { name: came.reply.fileName ?? '', text: String(came.reply.body) };
};

describe('the pages of the audit trail', () => {
  const noted: Array<Accessed> = [];
  const at: { desk: () => Desk; as: (...grants: Grants) => TestBrowser } = {
    desk: () => {
      throw new Error('there is no desk yet');
    },
    as: () => {
      throw new Error('there is no desk yet');
    },
  };

  beforeAll(async () => {
    const desk = await testDesk(await holding(...log), {
      noteAccess: (access) => {
        noted.push(access);
      },
    });
    at.desk = () => desk;
    at.as = (...grants) => browserOf(desk, auditRoutes, visitorAs(somebody(grants)));
  });

  const auditor = () => at.as({ role: 'auditor', plan: harbour });

  const get = async (address: string) => {
    const came = await auditor().get(address);
    if (came._tag !== 'Page') throw new Error(`no page: ${JSON.stringify(came)}`);
    return { ...came, words: wordsOf(came.html) };
  };

  const walk = async (
    start: string,
    rel: 'next' | 'prev',
  ): Promise<ReadonlyArray<Readonly<{ address: string; html: string }>>> => {
    const { html } = await get(start);
    const on = linkIn(html, rel);
    return [{ address: start, html }, ...(on === undefined ? [] : await walk(on, rel))];
  };

  it('given a plan when its trail is opened then the newest lines, each as a sentence', async () => {
    const { status, words } = await get('/plans/harbour/audit');
    expect(status).toBe(200);
    expect(words).toContain('Audit trail of Harbour Children’s Plan, as of 30 June 2026');
    expect(words).toMatch(
      /125 Action 27 : Note “=HYPERLINK\(&quot;x&quot;\)” added by Asha Bell on 15 May 2026, .* because “@SUM\(1\)”\. 15 May 2026 .* Asha Bell \(verified\) , on the web/u,
    );
    expect(words).toMatch(
      /124 Action 27 : Red → Green .* Taken back on 1 July 2026 at 10:00 by Asha Bell, because “a slip”\./u,
    );
    expect(words).toContain('Rhoda Keeper (not verified) , on the command line');
  });

  it.each(['newest', 'oldest'])(
    'given a long trail, %s first, when it is walked to its end and back then every line once',
    async (order) => {
      const there = await walk(`/plans/harbour/audit?order=${order}`, 'next');
      const all = there.flatMap(({ html }) => ordinalsIn(html));
      expect(there).toHaveLength(2);
      expect(new Set(all).size).toBeGreaterThanOrEqual(122);
      const total = all.length;
      expect(wordsOf(there[0]?.html ?? '')).toContain(`Lines 1 to 100 of ${total}`);
      expect(wordsOf(there[1]?.html ?? '')).toContain(`Lines 101 to ${total} of ${total}`);
      const back = await walk(there.at(-1)?.address ?? '', 'prev');
      expect(back.toReversed().flatMap(({ html }) => ordinalsIn(html))).toEqual(all);
      expect(wordsOf(back.at(-1)?.html ?? '')).toContain(`Lines 1 to 100 of ${total}`);
    },
  );

  it('given a filter when it is opened then its lines alone, and what it was', async () => {
    const { words } = await get(
      '/plans/harbour/audit?person=asha+bell&subject=action+27&field=note&effectiveFrom=1/5/2026&channel=web',
    );
    expect(words).toContain(
      'about action 27, of the field “note”, recorded or taken back by Asha Bell, or on their word, recorded on the web, true from 1 May 2026',
    );
    expect(words).toContain('1 line ');
  });

  it.each([
    ['person=Nobody+Known', 'person'],
    ['subject=99', 'subject'],
    ['field=colour', 'field'],
    ['effectiveFrom=2026-05-01&effectiveTo=2026-04-01', 'effectiveFrom'],
    ['recordedTo=31/2/2026', 'recordedTo'],
    ['channel=fax', 'channel'],
  ])('given %s when it is opened then it is told at its field', async (query, field) => {
    const { status, errors } = await get(`/plans/harbour/audit?${query}`);
    expect(status).toBe(400);
    expect(errors.map((error) => error.field)).toEqual([field]);
  });

  it('given a role that may not when it is asked for then it is refused', async () => {
    const reader = at.as({ role: 'reader', plan: harbour });
    for (const address of ['/plans/harbour/audit', '/audit', '/audit?format=csv'])
      expect(await reader.get(address)).toMatchObject({ failure: { _tag: 'NotAuthorised' } });
  });

  it('given a role on one plan when all plans are opened then that one’s lines', async () => {
    const { words } = await get('/audit?order=oldest');
    expect(words).toContain('Audit trail of Harbour Children’s Plan,');
    expect(words).not.toContain('Vale Plan');
    const everywhere = await at.as({ role: 'auditor', plan: null }).get('/audit');
    if (everywhere._tag !== 'Page') throw new Error('no page');
    expect(wordsOf(everywhere.html)).toContain('Harbour Children’s Plan; Vale Plan');
  });

  describe('accounts, roles and tokens', () => {
    const said =
      'Account “asha” of Asha Bell : Given the role manager on the plan harbour by Rhoda Keeper on 1 February 2026';

    it.each(['auditor', 'administrator'] as const)(
      'given an %s of every plan when all is opened then who was let in stands in it',
      async (role) => {
        const browser = at.as({ role, plan: null });
        const words = wordsIn(await browser.get('/audit'));
        expect(words).toContain(
          'Harbour Children’s Plan; Vale Plan; accounts, roles and tokens, as of',
        );
        expect(words).toContain(said);
        const alone = wordsIn(
          await browser.get('/audit?subject=accounts&field=role&person=Rhoda+Keeper&channel=web'),
        );
        expect(alone).toContain(said);
        expect(alone).toContain('1 line ');
        expect(wordsIn(await browser.get('/audit?subject=account+asha'))).toContain('2 lines');
        expect(wordsIn(await browser.get('/audit?asOf=2026-01-31'))).not.toContain(said);
        const { text } = fileIn(await browser.get('/audit?subject=accounts&format=csv'));
        expect(text).toContain(',account “asha” of Asha Bell,role,');
        const json = fileIn(await browser.get('/audit?subject=accounts&format=json'));
        expect(json.text).toContain('"to":"manager on the plan harbour"');
      },
    );

    it('given anybody else when all is opened then nothing of it, and asked about it is told', async () => {
      for (const browser of [auditor(), at.as({ role: 'manager', plan: null })]) {
        expect(wordsIn(await browser.get('/audit'))).not.toContain('Account “asha”');
        const { errors, status } = await browser.get('/audit?subject=accounts').then(pageIn);
        expect([status, errors.map(({ field }) => field)]).toEqual([400, ['subject']]);
      }
    });
  });

  it('given an export as CSV when it is saved then every line, its filter in words, and no formula', async () => {
    noted.length = 0;
    const { name, text } = fileIn(await auditor().get('/plans/harbour/audit?format=csv'));
    expect(name).toBe('harbour-audit-trail-as-of-2026-06-30-known-at-129.csv');
    const [filter, lines, , , savedBy] = text.split('\r\n');
    expect(filter).toMatch(
      /^\uFEFF?Filter,"Audit trail of Harbour Children’s Plan, as of 30 June 2026/u,
    );
    expect(lines).toMatch(/^Lines,1[2-9]\d$/u);
    expect(savedBy).toBe('Saved by,Nell Ashby');
    // The head, an empty line, the headings, and the lines; the file ends with a line's end.
    const told = text.split('\r\n').slice(8, -1);
    expect(told).toHaveLength(Number(lines?.slice('Lines,'.length)));
    expect(text).toContain(",'@SUM(1),");
    expect(text).toContain('"\'=HYPERLINK(""x"")"');
    expect(noted.map(({ who, request }) => [who, request])).toEqual([['p-9', 'r-1']]);
    expect(noted[0]?.what).toMatch(/^export as CSV: Audit trail of Harbour Children’s Plan, /u);
  });

  it('given an export as JSON when it is saved then the same, with its filter as a member', async () => {
    const { name, text } = fileIn(
      await auditor().get('/audit?field=note&format=json&asOf=2026-05-15'),
    );
    expect(name).toBe('harbour-audit-trail-as-of-2026-05-15-known-at-129.json');
    expect(text).toMatch(/"filter": "Audit trail of [^\n]*of the field “note”/u);
    expect(JSON.parse(text)).toMatchObject({
      plans: ['harbour'],
      asOf: '2026-05-15',
      ordinal: 129,
      total: 1,
      lines: 1,
      isWhole: true,
      savedBy: 'Nell Ashby',
      rows: [{ ordinal: 125, field: 'note', to: '=HYPERLINK("x")' }],
    });
  });

  it('given an export of nothing when it is saved then a file that says so', async () => {
    const { text } = fileIn(await auditor().get('/audit?field=note&format=json&asOf=2026-05-01'));
    expect(JSON.parse(text)).toMatchObject({ total: 0, rows: [] });
  });

  it('given an export with a mistake in its filter when it is asked for then no file', async () => {
    expect(await auditor().get('/audit?channel=fax&format=csv')).toMatchObject({
      failure: { _tag: 'Invalid', field: 'channel' },
    });
  });

  it('given more lines than a file holds when it is saved then the first ones, and it says so', async () => {
    const desk = at.desk();
    const resolved = resolveQuestion(desk)(harbour, {});
    if (E.isLeft(resolved)) throw new Error('no plan');
    const of = { questions: [resolved.right], asked: { withConfirmed: false }, newestFirst: false };
    const saved = { by: 'Nell', at: desk.clock.now() };
    const csv = await exportTrail(desk, of, 'csv', saved, 3)();
    if (E.isLeft(csv) || csv.right.reply._tag !== 'Body') throw new Error('no file');
    const lines = String(csv.right.reply.body).split('\r\n');
    expect(lines[1]).toMatch(
      /^Lines,the first 3 of 1[2-9]\d: a file holds no more\. Filter by dates for the rest\.$/u,
    );
    expect(lines.slice(8, -1)).toHaveLength(3);
  });

  it('given the trail of a person when it is opened then that is noted', async () => {
    noted.length = 0;
    const { words } = await get('/audit?subject=party:p-1');
    expect(words).toContain('Asha Bell');
    expect(noted.map(({ what }) => what)).toEqual(['audit trail of party:p-1']);
  });
});
