import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  ActionCreated,
  PartyId,
  PlanId,
  RatingChanged,
  SignInName,
} from '@trackrecord/domain';
import {
  anAction,
  aPlan,
  aPriority,
  happened,
  holding,
  type Logged,
  must,
} from '@trackrecord/test-kit';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { ratingHistoryRoutes } from './rating-history-routes.ts';

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

const rated = (action: string, rating: string, on: string): Logged => [
  'plan-harbour',
  happened(RatingChanged, { action, rating }, on),
];

const shown = async (log: ReadonlyArray<Logged>, query: string) => {
  const desk = await testDesk(await holding(...log));
  const came = await browserOf(desk, ratingHistoryRoutes, visitorAs(reader)).get(
    `/plans/harbour/rating-history${query}`,
  );
  if (came._tag !== 'Page') throw new Error(`no page: ${JSON.stringify(came)}`);
  return { ...came, words: came.html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ') };
};

const few: ReadonlyArray<Logged> = [
  ['plan-harbour', aPlan],
  ['plan-harbour', anAction('27')],
  rated('27', 'Amber', '2026-02-01'),
  rated('27', 'Red', '2026-05-01'),
];

describe('the page of a rating history', () => {
  it('given a plan when it is opened then its stretches in words, up to today', async () => {
    const { status, words } = await shown(few, '');
    expect(status).toBe(200);
    expect(words).toContain(
      '27 Do 27 Not rated from 1 Jan 2026, Amber from 1 Feb 2026, Red from 1 May 2026',
    );
  });

  it('given a past date when it is opened then up to that date, and links that stay there', async () => {
    const { words, html } = await shown(few, '?asOf=2026-03-31');
    expect(words).toContain('1 action from 1 January 2026 to 31 March 2026');
    expect(words).not.toContain('Red from');
    expect(html).toContain('href="/plans/harbour/actions/27?asOf=2026-03-31"');
  });

  it('given what is not accepted when it is opened then it is told, and the page is there', async () => {
    const { status, errors, words } = await shown(few, '?span=week&priority=9');
    expect(status).toBe(400);
    expect(errors.map(({ field }) => field)).toEqual(['span', 'priority']);
    expect(words).toContain('27 Do 27');
  });

  it('given two hundred actions of eight ratings each when it is opened then it stays light', async () => {
    const ratings = ['Red', 'Amber', 'Green', 'Amber/Green'];
    const refs = Array.from({ length: 200 }, (_, index) => String(index + 1));
    const log: ReadonlyArray<Logged> = [
      ['plan-harbour', aPlan],
      ...['1', '2', '3', '4', '5', '6'].map((priority): Logged => [
        'plan-harbour',
        aPriority(priority),
      ]),
      ...refs.map((ref, index): Logged => [
        'plan-harbour',
        happened(
          ActionCreated,
          {
            action: ref,
            ref,
            label: `${ref}.`,
            title: `Work with partner ${(index * 7919) % 10007} on the part ${(index * 104729) % 9973} of the plan that ward ${(index * 31) % 97} asked for`,
            under: { priority: String(1 + (index % 6)), results: [] },
          },
          '2026-01-01',
        ),
      ]),
      ...refs.flatMap((ref, index) =>
        Array.from({ length: 8 }, (_, turn) =>
          rated(
            ref,
            ratings[(turn * 3 + index) % 4] ?? 'Red',
            `2026-0${1 + (turn % 6)}-${String(1 + ((index * 13 + turn * 5) % 27)).padStart(2, '0')}`,
          ),
        ),
      ),
    ];
    const { html, words } = await shown(log, '');
    expect(words).toContain('200 actions from');
    const size = brotliCompressSync(html, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    }).length;
    expect(size).toBeLessThan(45_000);
  });
});
