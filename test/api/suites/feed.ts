import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { expect, it } from 'vitest';
import { type FeedReader, readFeed } from '../kit/feed-reader.ts';
import type { ManagedApi } from '../kit/managed-api.ts';

const Rated = t.type({
  plan: t.string,
  ordinal: t.number,
  by: t.string,
  says: t.array(t.UnknownRecord),
});

/** What the live feed tells to whom. */
export const feedSuite = (api: () => ManagedApi): void => {
  const listen = (path: string, token = api().manager, headers = {}): Promise<FeedReader> =>
    readFeed(`${api().url}/api/v1/feed${path}`, token, headers);

  it('given somebody who listens, then they hear of a change as it is recorded, by name and with its ordinal', async () => {
    const feed = await listen('');
    const rated = await api().change('PUT', '/plans/harbour/actions/1/rating', { rating: 'Red' });
    const event = await feed.next();
    expect(event.event).toBe('RatingChanged');
    expect(must(Rated)(event.data)).toMatchObject({
      plan: 'harbour',
      ordinal: rated.ordinal,
      by: 'A. Manager',
      says: [
        { subject: 'action:1', field: 'rating', member: null, to: 'Red', value: 'Red' },
        { subject: 'action:1', field: 'updated', value: true },
      ],
    });
    await feed.close();
  });

  it('given the id of the last event that was heard, then it goes on after it, with the same ordinals', async () => {
    const feed = await listen('?after=start');
    const [first, second, third] = [await feed.next(), await feed.next(), await feed.next()];
    await feed.close();
    const again = await listen('', api().manager, { 'last-event-id': first.id });
    expect([await again.next(), await again.next()]).toEqual([second, third]);
    await again.close();
    const byQuery = await listen(`?after=${encodeURIComponent(second.id)}`);
    expect(await byQuery.next()).toEqual(third);
    await byQuery.close();
  });

  it('given one plan, then only what belongs to it', async () => {
    const feed = await listen('?plan=vale');
    await api().change('PUT', '/plans/harbour/actions/1/rating', { rating: 'Green' });
    await api().change('PUT', '/plans/vale/title', { title: 'Vale and Moor' });
    expect((await feed.next()).event).toBe('PlanRenamed');
    await feed.close();
  });

  it('given a reader of one plan, then they hear nothing of another, and nobody hears who may come in', async () => {
    const reader = await api().tokenFor({ role: 'reader', plan: api().plan('vale') });
    const feed = await listen('?after=start', reader);
    await api().tokenFor({ role: 'reader' });
    await api().change('PUT', '/plans/harbour/actions/1/rating', { rating: 'Amber' });
    await api().change('PUT', '/plans/vale/title', { title: 'Vale' });
    const heard = [];
    for (;;) {
      const event = await feed.next();
      heard.push(event);
      if (must(t.type({ ordinal: t.number }))(event.data).ordinal >= api().head()) break;
    }
    const streams = heard.map(({ data }) => must(t.type({ stream: t.string }))(data).stream);
    expect(streams.some((stream) => stream === 'plan-vale')).toBe(true);
    expect(streams.some((stream) => stream === 'plan-harbour')).toBe(false);
    expect(streams.some((stream) => stream.startsWith('access'))).toBe(false);
    await feed.close();
  });

  it('given that a token is revoked, then its feed ends', async () => {
    const administrator = await api().tokenFor({ role: 'administrator' });
    const made = await api().ask('POST', '/api/v1/tokens', {
      token: administrator,
      body: { name: 'Screen', role: 'reader' },
    });
    const { token, id } = must(t.type({ token: t.string, id: t.string }))(made.json);
    const feed = await listen('', token);
    await api().ask('POST', `/api/v1/tokens/${id}/revocation`, { token: administrator });
    expect(await feed.ended()).toBe(true);
  });

  it.each(['?after=two%20words', '?plan=No', '?since=1'])(
    'given %s, then it is refused with what would be accepted',
    async (query) => {
      const { status, json } = await api().ask('GET', `/api/v1/feed${query}`, {
        token: api().manager,
      });
      expect(status).toBe(400);
      expect(json).toMatchObject({ errors: [{ parameter: query.slice(1).split('=')[0] }] });
    },
  );

  it('given a plan that they may not read, then it is not allowed', async () => {
    const reader = await api().tokenFor({ role: 'reader', plan: api().plan('vale') });
    const { status } = await api().ask('GET', '/api/v1/feed?plan=harbour', { token: reader });
    expect(status).toBe(403);
  });
};
