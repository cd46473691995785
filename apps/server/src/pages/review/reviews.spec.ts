import { reviewsAnswer, type Principal, resolveQuestion } from '@trackrecord/application';
import { AccessId, PartyId, PlanId, type Role, SignInName } from '@trackrecord/domain';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import { browserOf, type Came, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { reviewRoutes } from './review-routes.ts';

const harbour = must(PlanId)('harbour');
const hold = '/plans/harbour/review/hold';
const reviews = '/plans/harbour/reviews';

const somebody = (role: Role): Principal => ({
  party: must(PartyId)('p-keeper'),
  name: 'Rhoda Keeper',
  grants: [{ role, plan: harbour }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-keeper'),
    signInName: must(SignInName)('keeper'),
  },
});

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const htmlOf = (came: Came): string => (came._tag === 'Page' ? came.html : '');

describe('reviews of a plan', () => {
  let desk: Desk;
  let manager: TestBrowser;
  let reader: TestBrowser;
  /** Where the log stands at the beginning. */
  let head: number;

  beforeEach(async () => {
    desk = await testDesk(await livedInHarbour());
    manager = browserOf(desk, reviewRoutes, visitorAs(somebody('manager')));
    reader = browserOf(desk, reviewRoutes, visitorAs(somebody('reader')));
    head = rightOf(await desk.views.catchUp()());
  });

  const held = async () => {
    rightOf(await desk.views.catchUp()());
    return rightOf(reviewsAnswer(desk)(rightOf(resolveQuestion(desk)(harbour, {})))).reviews;
  };

  it('given no review, then a manager is told how to begin, and a reader that there is none', async () => {
    expect(await manager.get(reviews)).toMatchObject({
      status: 200,
      html: like(/No review is recorded[\s\S]*href="\/plans\/harbour\/review"/u),
    });
    const shown = htmlOf(await reader.get(reviews));
    expect(shown).toContain('No review is recorded');
    expect(shown).not.toContain('/review"');
  });

  it('given the form as it is opened, when it is sent, then the board met today and looked at what was shown', async () => {
    const came = await manager.send(hold, { why: 'Autumn meeting' });
    expect(came).toMatchObject({
      _tag: 'Redirect',
      to: reviews,
      notice: {
        text: 'The review of 30 June 2026 is recorded.',
        link: { href: `/plans/harbour?asOf=2026-06-30&knownAt=${head}` },
      },
    });
    expect(await held()).toMatchObject([
      { on: '2026-06-30', lookedAt: head, by: 'Rhoda Keeper', why: 'Autumn meeting' },
    ]);
  });

  it('given an address that fills it in, then it is filled in', async () => {
    expect(await manager.open(`${hold}?on=2026-06-28&lookedAt=7`)).toMatchObject({
      on: ['28/6/2026'],
      lookedAt: ['7'],
    });
  });

  it('given two reviews, then the latest first, each with its counts then, what it saw, and what changed since the one before', async () => {
    // Before the action was rated, and after.
    await manager.send(hold, { on: '28/2/2026' });
    await manager.send(hold, { on: '30/4/2026', why: '<i>Spring</i>' });
    const html = htmlOf(await manager.get(reviews));
    expect(html.indexOf('30 April 2026')).toBeLessThan(html.indexOf('28 February 2026'));
    expect(html).toContain('2 actions: 1 Amber and 1 not rated');
    expect(html).toContain('2 actions: 2 not rated');
    const [later, first] = await held();
    expect(html).toContain(
      `href="/plans/harbour?asOf=2026-04-30&amp;knownAt=${later?.lookedAt ?? ''}"`,
    );
    expect(html).toContain(
      `href="/plans/harbour/changes?from=2026-02-28&amp;fromKnownAt=${first?.lookedAt ?? ''}&amp;to=2026-04-30&amp;toKnownAt=${later?.lookedAt ?? ''}"`,
    );
    expect(html.match(/What changed since the review before/gu)).toHaveLength(1);
    expect(html).toContain('“&lt;i&gt;Spring&lt;/i&gt;”');
    expect(html).toMatch(/Looked at ordinal \d+\. Recorded by Rhoda Keeper on /u);
  });

  it('given a past date, then the reviews held by then, and nothing to begin', async () => {
    await manager.send(hold, { on: '28/2/2026' });
    await manager.send(hold, { on: '30/4/2026' });
    const html = htmlOf(await manager.get(`${reviews}?asOf=2026-03-31`));
    expect(html).toContain('28 February 2026');
    expect(html).not.toContain('30 April 2026');
    expect(html).not.toContain('Fill in a review');
    expect(await manager.get(`${hold}?asOf=2026-03-31`)).toMatchObject({
      html: like(/A past date can be read and not changed/u),
    });
  });

  it('given the same review again, then it is nothing new; given another of that date, then it is refused', async () => {
    await manager.send(hold, { lookedAt: String(head) });
    expect(await manager.send(hold, { lookedAt: String(head) })).toMatchObject({
      _tag: 'Redirect',
      notice: { kind: 'important', text: like(/recorded already/u) },
    });
    expect(await manager.send(hold, { lookedAt: String(head - 1) })).toMatchObject({
      status: 422,
      errors: [{ field: 'on', message: like(/A review of 30 June 2026 is recorded already/u) }],
    });
    expect(await held()).toHaveLength(1);
  });

  it.each([
    [{ on: '' }, 'on', /Enter a date/u],
    [{ on: '1/7/2026' }, 'on', /1 July 2026 is still to come/u],
    [{ lookedAt: 'now' }, 'lookedAt', /“now” is no ordinal/u],
    [{ lookedAt: '0' }, 'lookedAt', /from 1 to \d+/u],
    [{ lookedAt: '9999' }, 'lookedAt', /“9999” is no ordinal/u],
  ])(
    'given %j, then it is refused at its field and kept as typed',
    async (filling, field, message) => {
      const came = await manager.send(hold, { why: 'Kept', ...filling });
      expect(came).toMatchObject({
        _tag: 'Page',
        status: 400,
        errors: [{ field, message: like(message) }],
        html: like(/Kept<\/textarea>/u),
      });
      expect(await held()).toEqual([]);
    },
  );

  it('given a plan that was not there then, then no board can have seen it', async () => {
    expect(await manager.send(hold, { on: '31/12/2025' })).toMatchObject({
      status: 422,
      errors: [{ field: 'on' }],
    });
    // The first three ordinals are those of people.
    expect(await manager.send(hold, { lookedAt: '2' })).toMatchObject({
      status: 422,
      errors: [{ field: 'lookedAt' }],
    });
  });

  it('given what is no range of ordinals, then the page of what was recorded says so', async () => {
    expect(await manager.get('/plans/harbour/review/recorded?from=5&upTo=2')).toMatchObject({
      _tag: 'Failed',
      failure: { _tag: 'Invalid', field: 'from' },
    });
  });
});
