import { rememberingTail } from '@trackrecord/application';
import { livedInHarbour, rightOf } from '@trackrecord/test-kit';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { invalid } from '@trackrecord/application';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { webhookRoutes } from './webhook-routes.ts';

const administrator = visitorAs(somebodyAs('p-keeper', 'Rhoda Keeper', 'administrator', null));
const auditor = visitorAs(somebodyAs('p-farrow', 'Ivo Farrow', 'auditor', null));

const filled = {
  name: 'Case system',
  address: 'https://cases.harbour.example/trackrecord',
  kinds: ['update.owed', 'rating.changed'],
  plan: 'harbour',
};

const stage = async (more: Partial<Desk> = {}) => {
  const harbour = await livedInHarbour();
  const { log } = rememberingTail(harbour.log);
  const rung = { count: 0 };
  const webhooks = {
    mayCall: () => TE.right(null),
    ring: () => {
      rung.count += 1;
    },
  };
  const desk = await testDesk({ ...harbour, log }, { webhooks, ...more });
  return {
    desk,
    rung,
    browser: browserOf(desk, webhookRoutes, administrator),
    overseer: browserOf(desk, webhookRoutes, auditor),
  };
};

const registered = async (more: Partial<Desk> = {}) => {
  const on = await stage(more);
  const came = await on.browser.send('/administration/webhooks/new', filled);
  if (came._tag !== 'Redirect') throw new Error(toldBy(came).join(' '));
  return { ...on, here: came.to, id: came.to.split('/').at(-1) ?? '' };
};

describe('registering a webhook', () => {
  it('given a name, an address and news, then it is registered, and its secret shown once', async () => {
    const { browser, here, rung } = await registered();
    expect(here).toMatch(/^\/administration\/webhooks\/w-/u);
    const first = await browser.get(here);
    expect(pageIn(first).html).toMatch(/whsec_[A-Za-z0-9+/=&#;\w]{40,}/u);
    expect(wordsIn(first)).toContain('Nothing sent yet');
    expect(pageIn(await browser.get(here)).html).not.toContain('whsec_');
    expect(rung.count).toBe(1);
    const list = wordsIn(await browser.get('/administration/webhooks'));
    expect(list).toContain('Case system');
    expect(list).toContain('Update owed and rating changed');
    expect(list).toContain('Harbour Children’s Plan');
  });

  it('given nothing, then each field says what it wants', async () => {
    const { browser } = await stage();
    const came = await browser.post('/administration/webhooks/new', {});
    expect(toldBy(came)).toEqual([
      '422',
      'name: Enter what the webhook is called.',
      'address: Enter which address is called.',
      'kinds: Choose which news is sent.',
    ]);
  });

  it.each([
    ['http://cases.harbour.example/', 'https:// only'],
    ['https://me:secret@cases.harbour.example/', 'must not hold a name or a password'],
    ['https://cases.harbour.example/#top', 'after "#"'],
    ['ftp://cases.harbour.example/', 'begins with https://'],
    ['cases', 'is no address'],
  ])('given the address %s, then it is refused at its field', async (address, why) => {
    const { browser } = await stage();
    const came = await browser.send('/administration/webhooks/new', { ...filled, address });
    expect(toldBy(came)[0]).toBe('422');
    expect(toldBy(came)[1]).toMatch(/^address: /u);
    expect(toldBy(came)[1]).toContain(why);
    // What was typed stays.
    expect(pageIn(came).html).toContain('value="Case system"');
  });

  it('given a name that leads where nothing is called, then that is said at the address, and nothing is recorded', async () => {
    const { browser } = await stage({
      webhooks: {
        mayCall: () => TE.left(invalid('169.254.169.254 is not called.', 'address')),
        ring: () => undefined,
      },
    });
    const came = await browser.send('/administration/webhooks/new', filled);
    expect(toldBy(came)).toEqual(['422', 'address: 169.254.169.254 is not called.']);
    expect(wordsIn(await browser.get('/administration/webhooks'))).toContain(
      'No webhook is registered',
    );
  });

  it('given a plan that there is not, then that is said at its field', async () => {
    const { browser } = await stage();
    const came = await browser.send('/administration/webhooks/new', { ...filled, plan: 'vale' });
    expect(toldBy(came)).toEqual(['422', 'plan: There is no plan "vale" to send news of.']);
  });
});

describe('a webhook’s page', () => {
  it('given a test, then it is on record and sent at once; its own page shows what is sent', async () => {
    const { browser, here, rung } = await registered();
    expect(toldBy(await browser.post(`${here}/test`, {}))[0]).toBe(here);
    expect(rung.count).toBe(2);
    const words = wordsIn(await browser.get(here));
    expect(words).toContain('A test');
    expect(words).toContain('To be sent');
    const delivery = pageIn(await browser.get(`${here}/deliveries/1`)).html;
    expect(delivery).toContain('&quot;type&quot;: &quot;test&quot;');
  });

  it('given an answer with markup in it, then it is shown and never taken for markup', async () => {
    const { browser, desk, here, id } = await registered();
    await browser.post(`${here}/test`, {});
    const now = desk.clock.now();
    const attempt = rightOf(await desk.store.webhooks.begin(1, now)());
    const failed = { result: 'failed', took_ms: 1500, status: 500, tries: 1 } as const;
    await desk.store.webhooks.end(1, attempt, {
      ...failed,
      error: 'it was answered with 500',
      answer: '<script>alert(1)</script>',
      state: 'given up',
      at: now,
    })();
    const html = pageIn(await browser.get(`${here}/deliveries/1`)).html;
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('It was answered with 500 after 1.5 seconds.');
    expect(wordsIn(await browser.get(here))).toContain('Failing');
    expect(toldBy(await browser.post(`${here}/deliveries/1/again`, {}))).toEqual([
      `/administration/webhooks/${id}/deliveries/1`,
      'It is on its way again.',
    ]);
    expect(rightOf(await desk.store.webhooks.lookupDelivery(1)())).toMatchObject({
      state: 'waiting',
      tries: 0,
      nextAt: now,
    });
  });

  it('given a receiver that is gone, then that is said, and it can be said that it is there again', async () => {
    const { browser, desk, here, id } = await registered();
    await desk.store.webhooks.markGone(id, desk.clock.now())();
    expect(wordsIn(await browser.get(here))).toContain('Stopped');
    expect(toldBy(await browser.post(`${here}/test`, {}))).toEqual(['Invalid']);
    await browser.post(`${here}/resume`, {});
    expect(wordsIn(await browser.get(here))).toContain('Nothing sent yet');
  });

  it('given a new secret, then it is shown once; given a removal, then nothing is left to do', async () => {
    const { browser, desk, here, id } = await registered();
    pageIn(await browser.get(here));
    await browser.post(`${here}/secret`, {});
    expect(pageIn(await browser.get(here)).html).toContain('whsec_');
    await browser.post(`${here}/remove`, {});
    const html = pageIn(await browser.get(here)).html;
    expect(html).toContain('Removed');
    expect(html).not.toContain('<form');
    expect(rightOf(await desk.store.webhooks.lookup(id)())).toBeUndefined();
  });

  it('given a secret that this server does not have, then it says so, and offers a new one', async () => {
    const { browser, desk, here, id } = await registered();
    await desk.store.webhooks.retire(id, desk.clock.now())();
    const words = wordsIn(await browser.get(here));
    expect(words).toContain('Not sent from here');
    expect(words).toContain('Make a new secret');
    expect(words).not.toContain('Send a test');
  });

  it('given an auditor of every plan, then they see all of it and can change nothing', async () => {
    const { overseer, browser, here } = await registered();
    await browser.post(`${here}/test`, {});
    const pages = ['/administration/webhooks', here, `${here}/deliveries/1`];
    for (const address of pages) {
      const html = pageIn(await overseer.get(address)).html;
      expect(html).toContain('Case system');
      expect(html).not.toContain('<form');
      expect(html).not.toContain('/administration/tokens');
    }
    const tries = [
      overseer.get('/administration/webhooks/new'),
      overseer.post(`${here}/test`, {}),
      overseer.post(`${here}/secret`, {}),
      overseer.post(`${here}/remove`, {}),
      overseer.post(`${here}/deliveries/1/again`, {}),
    ];
    expect((await Promise.all(tries)).map((came) => toldBy(came)[0])).toEqual(
      tries.map(() => 'NotAuthorised'),
    );
  });

  it('given a manager of every plan, then they are told nothing of webhooks', async () => {
    const { desk, here } = await registered();
    const manager = visitorAs(somebodyAs('p-farrow', 'Ivo Farrow', 'manager', null));
    const theirs = browserOf(desk, webhookRoutes, manager);
    expect(toldBy(await theirs.get('/administration/webhooks'))).toEqual(['NotAuthorised']);
    expect(toldBy(await theirs.get(here))).toEqual(['NotAuthorised']);
  });

  it.each(['0', '99', 'x', '1e9'])('given the delivery %s, then there is none', async (number) => {
    const { browser, here } = await registered();
    expect(toldBy(await browser.get(`${here}/deliveries/${number}`))).toEqual(['Missing']);
  });
});
