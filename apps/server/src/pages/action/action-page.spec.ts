import type { Principal } from '@trackrecord/application';
import { AccessId, PartyId, PlanId, type Role, SignInName } from '@trackrecord/domain';
import { livedInHarbour, must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import { textIn } from '../../testing/form-in.ts';
import { browserOf, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { actionRoutes } from './action-routes.ts';

const harbour = must(PlanId)('harbour');

const somebody = (party: string, role: Role): Principal => ({
  party: must(PartyId)(party),
  name: party,
  grants: [{ role, plan: harbour }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)(`a-${party}`),
    signInName: must(SignInName)(party),
  },
});

const action = '/plans/harbour/actions/27';

describe('the page of an action', () => {
  let desk: Desk;
  let manager: TestBrowser;

  beforeEach(async () => {
    desk = await testDesk(await livedInHarbour());
    manager = browserOf(desk, actionRoutes, visitorAs(somebody('p-keeper', 'manager')));
  });

  const htmlOf = async (browser: TestBrowser, address: string, status = 200): Promise<string> => {
    const came = await browser.get(address);
    if (came._tag !== 'Page') throw new Error(`a page was due: ${JSON.stringify(came)}`);
    expect(came.status).toBe(status);
    return came.html;
  };

  /** The forms that a page leads to. */
  const formsIn = (html: string): ReadonlyArray<string> =>
    [
      ...new Set(
        [...html.matchAll(/href="\/plans\/harbour\/actions\/\d+\/([\w-]+)/gu)].map(
          ([, name = '']) => name,
        ),
      ),
    ].toSorted();

  it('given an action, then everything about it is there', async () => {
    const html = await htmlOf(manager, action);
    [
      'Open school grounds at weekends',
      'Ivo Farrow</a> (leads)',
      'TIDE</a> (supports)',
      'by September 2026',
      'Priority 2: Priority 2',
      'Theme 2.3: Theme 2.3',
      '31 March 2026',
      'Three schools have agreed.',
      'How many now?',
      'See action 14',
      'Ten grounds open',
      'Not rated → Amber',
    ].forEach((words) => {
      expect(html).toContain(words);
    });
  });

  it('given another that it refers to, then that one says so', async () => {
    const html = await htmlOf(manager, '/plans/harbour/actions/14');
    expect(html).toContain('Referred to by');
    expect(html).toContain(`href="${action}"`);
  });

  it.each<[Role, string, string, ReadonlyArray<string>]>([
    ['reader', 'p-tide', action, []],
    ['auditor', 'p-keeper', action, []],
    ['owner', 'p-farrow', action, ['answer', 'note', 'rate']],
    ['owner', 'p-farrow', '/plans/harbour/actions/14', []],
    [
      'manager',
      'p-keeper',
      action,
      [
        'answer',
        'ask',
        'assign',
        'close',
        'move',
        'no-timescale',
        'note',
        'rate',
        'refer',
        'release',
        'replace-note',
        'retract',
        'reword',
        'timescale',
        'unrefer',
        'waive',
        'withdraw',
        'withdraw-note',
      ],
    ],
  ])('given a %s, %s, then %s leads to the forms %j', async (role, party, address, forms) => {
    const browser = browserOf(desk, actionRoutes, visitorAs(somebody(party, role)));
    expect(formsIn(await htmlOf(browser, address))).toEqual(forms);
  });

  it('given nobody who is signed in, then nothing', async () => {
    const browser = browserOf(desk, actionRoutes, { _tag: 'Nobody' });
    expect(await browser.get(action)).toMatchObject({
      _tag: 'Failed',
      failure: { _tag: 'NotAuthorised' },
    });
  });

  it('given a closed action, then it can be reopened, and is not rated', async () => {
    await manager.send(`${action}/close`, {});
    const forms = formsIn(await htmlOf(manager, action));
    expect(forms).toContain('reopen');
    expect(forms).not.toContain('rate');
    expect(forms).not.toContain('close');
  });

  describe('on other dates', () => {
    it('given a past date, then what was true then, nothing to change, and the way to today', async () => {
      const html = await htmlOf(manager, `${action}?asOf=2026-02-01`);
      expect(html).not.toContain('Three schools have agreed.');
      expect(html).not.toContain('Amber');
      expect(formsIn(html)).toEqual([]);
      expect(html).toContain(`href="${action}">Change this action as it stands today`);
      expect(html).toContain('href="/plans/harbour/actions/14?asOf=2026-02-01"');
    });

    it('given how far the log was known, then what was recorded since is not there', async () => {
      const before = (await htmlOf(manager, action)).match(/id="ordinal-(\d+)"/u)?.[1] ?? '';
      await manager.send(`${action}/rate`, { rating: 'Red', effectiveOn: '1/5/2026' });
      const html = await htmlOf(manager, `${action}?knownAt=${before}`);
      expect(html).not.toContain('Red');
      expect(html).toContain('Amber');
    });

    it('given a reader on a past date, then nothing is said of changing', async () => {
      const reader = browserOf(desk, actionRoutes, visitorAs(somebody('p-tide', 'reader')));
      expect(await htmlOf(reader, `${action}?asOf=2026-02-01`)).not.toContain('not changed');
    });

    it('given a date that is none, then today, and what is wrong with it', async () => {
      const soon: unknown = expect.stringContaining('“soon”');
      const came = await manager.get(`${action}?asOf=soon`);
      expect(came).toMatchObject({
        _tag: 'Page',
        status: 400,
        errors: [{ field: 'asOf', message: soon }],
      });
    });
  });

  describe('an action that is not there', () => {
    it('given a ref of no action, then 404 with those that there are', async () => {
      const html = await htmlOf(manager, '/plans/harbour/actions/7a%2Fb%20%3Cb%3E', 404);
      expect(html).toContain('There is no action “7a/b &lt;b&gt;”');
      expect(html).toContain('href="/plans/harbour/actions/14"');
      expect(html).toContain(`href="${action}"`);
      expect(html).toContain('href="/plans/harbour"');
    });

    it('given a date before it came into the plan, then when it did', async () => {
      await manager.send('/plans/harbour/actions/new', {
        ref: '9',
        title: 'Paint the sheds',
        effectiveOn: '1/6/2026',
      });
      const html = await htmlOf(manager, '/plans/harbour/actions/9?asOf=2026-05-31', 404);
      expect(html).toContain('It came into the plan on 1 June 2026');
      expect(html).toContain('href="/plans/harbour/actions/9?asOf=2026-06-01"');
    });

    it('given no such plan, then that there is none', async () => {
      const anywhere = {
        ...somebody('p-keeper', 'manager'),
        grants: [{ role: 'manager' as const, plan: null }],
      };
      const browser = browserOf(desk, actionRoutes, visitorAs(anywhere));
      expect(await browser.get('/plans/valley/actions/1')).toMatchObject({
        _tag: 'Failed',
        failure: { _tag: 'Missing' },
      });
    });
  });

  it('given any ref and any words, then the page is at its address, and shows them as text', async () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}]/u.test(text))
      // Browsers take these two for steps of the path, however they are written.
      .filter((text) => text !== '.' && text !== '..' && text !== 'new');
    const taken = new Set(['14', '27']);
    await fc.assert(
      fc.asyncProperty(
        plain.filter((ref) => !taken.has(ref)),
        fc.constantFrom('<script>alert(1)</script>', '"\'><img src=x>', '{{ 1 + 1 }}', '&amp;'),
        async (ref, title) => {
          taken.add(ref);
          const made = await manager.send('/plans/harbour/actions/new', { ref, title });
          if (made._tag !== 'Redirect') throw new Error(JSON.stringify(made));
          const html = await htmlOf(manager, made.to);
          const [, caption = '', heading = ''] =
            /<span class="govuk-caption-l">([^<]*)<\/span>\s*<h1[^>]*>([^<]*)<\/h1>/u.exec(html) ??
            [];
          expect([textIn(caption), textIn(heading)]).toEqual([`Action ${ref}`, title]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
