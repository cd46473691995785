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
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { homeRoutes } from './home-routes.ts';

const somebody = (...grants: Principal['grants']): Principal => ({
  party: must(PartyId)('p-9'),
  name: 'Rhoda Tansley',
  grants,
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('rhoda'),
  },
});

const planOf = (plan: string, partnership: string, on: string): Logged => [
  `plan-${plan}`,
  happened(
    PlanRegistered,
    { plan, title: `The ${plan} plan`, timeZone: 'Europe/London', partnership },
    on,
  ),
];

const log: ReadonlyArray<Logged> = [
  ['partnership-west', happened(PartnershipRegistered, { name: 'West' }, '2026-01-01')],
  planOf('harbour', 'west', '2026-01-01'),
  planOf('moor', 'west', '2026-05-01'),
  ['plan-harbour', anAction('27')],
];

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const shown = async (
  events: ReadonlyArray<Logged>,
  address: string,
  ...grants: Principal['grants']
) => {
  const desk = await testDesk(await holding(...events));
  const came = await browserOf(desk, homeRoutes, visitorAs(somebody(...grants))).get(address);
  if (came._tag !== 'Page') throw new Error(`no page: ${JSON.stringify(came)}`);
  return { status: came.status, words: wordsOf(came.html), html: came.html };
};

const onHarbour = { role: 'reader', plan: must(PlanId)('harbour') } as const;
const everywhere = { role: 'manager', plan: null } as const;

describe('the front page', () => {
  it('given a role on one plan, then that plan alone is seen', async () => {
    const { words } = await shown(log, '/', onHarbour);
    expect(words).toContain('The harbour plan 1 action: 1 not rated');
    expect(words).not.toContain('moor');
  });

  it('given a role on every plan, then all; on a date before one began, without it', async () => {
    expect((await shown(log, '/', everywhere)).words).toContain('The moor plan');
    const past = await shown(log, '/?asOf=2026-04-30', everywhere);
    expect(past.words).not.toContain('The moor plan');
    expect(past.html).toContain('href="/plans/harbour?asOf=2026-04-30"');
  });

  it('given two visitors one after the other, then neither sees what was kept for the other', async () => {
    const desk = await testDesk(await holding(...log));
    const seen = async (...grants: Principal['grants']) => {
      const came = await browserOf(desk, homeRoutes, visitorAs(somebody(...grants))).get('/');
      return came._tag === 'Page' && came.html.includes('The moor plan');
    };
    expect([await seen(everywhere), await seen(onHarbour), await seen(everywhere)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('given no role, then it says whom to ask', async () => {
    expect((await shown(log, '/')).words).toContain('There is no plan that you may read');
  });

  it('given an empty log, then a manager may begin', async () => {
    const { words, html } = await shown([], '/', everywhere);
    expect(words).toContain('No plans yet: import the first');
    expect(html).toContain('href="/imports/new"');
  });

  it('given a date that is none, then it is told and the plans of today are shown', async () => {
    const { status, words } = await shown(log, '/?asOf=soon', everywhere);
    expect(status).toBe(400);
    expect(words).toContain('The moor plan');
  });

  it('given a document in the address, then it is of no plan and left out', async () => {
    const { status, html } = await shown(log, '/?asIn=q1.txt', everywhere);
    expect(status).toBe(200);
    expect(html).not.toContain('asIn');
  });
});
