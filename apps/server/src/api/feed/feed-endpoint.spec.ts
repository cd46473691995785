import { issueToken, openAccount, revokeToken, type Said } from '@trackrecord/application';
import { PartyId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { livedInHarbour, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../access/sessions.ts';
import { newTokenSecret, tokenText } from '../../access/token-text.ts';
import { visitorOf } from '../../access/visitor-of.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { fieldsOf, noFields } from '../../http/fields.ts';
import type { Reply } from '../../http/reply.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { feedEndpoint } from './feed-endpoint.ts';

const keeper = must(PartyId)('p-keeper');
const said: Said = { by: keeper, effectiveOn: must(LocalDate)('2026-06-30'), channel: 'web' };

const asked = async (desk: Desk, headers: Readonly<Record<string, string>>): Promise<Exchange> => {
  const header = (name: string): string | undefined => headers[name];
  rightOf(await desk.views.catchUp()());
  return {
    id: 'r-1',
    method: 'GET',
    path: '/api/v1/feed',
    params: {},
    query: fieldsOf([['after', 'start']]),
    form: noFields,
    files: [],
    body: undefined,
    header,
    visitor: rightOf(await visitorOf(desk)({ audience: 'programs' }, { get: header })()),
    address: '127.0.0.1',
    gone: new AbortController().signal,
  };
};

const linesOf = (reply: Reply): AsyncIterator<string> => {
  if (reply._tag === 'Stream') return reply.events[Symbol.asyncIterator]();
  throw new Error(`no feed: ${JSON.stringify(reply)}`);
};

describe('given somebody who listens to the feed', () => {
  it('when they sign out then it ends', async () => {
    const desk = await testDesk(await livedInHarbour());
    const reader = { party: keeper, signInName: 'keeper', roles: [{ role: 'reader' as const }] };
    const { account } = rightOf(await openAccount(desk)(reader, said)());
    const { name, value } = rightOf(await openSession(desk, desk.random)(account)());
    const exchange = await asked(desk, { cookie: `${name}=${value}` });
    const lines = linesOf(rightOf(await feedEndpoint.answer(desk)(exchange)()));
    expect((await lines.next()).value).toBe('retry: 3000\n\n');
    expect((await lines.next()).done).toBe(false);
    rightOf(await desk.store.sessions.endAll(account)());
    const rest = [];
    // What was on its way when they signed out is of one batch, and of that there is an end.
    for (let next = await lines.next(); next.done !== true; next = await lines.next())
      rest.push(next.value);
    expect(rest.filter((line) => line === ': still here\n\n')).toEqual([]);
  });

  it('when their token is revoked while they are let in then they are not', async () => {
    const desk = await testDesk(await livedInHarbour());
    const { secret, digest } = newTokenSecret(desk.random);
    const { token } = rightOf(
      await issueToken(desk)(
        { name: 'Screen', role: { role: 'reader' }, party: keeper, digest },
        said,
      )(),
    );
    const exchange = await asked(desk, { authorization: `Bearer ${tokenText(token, secret)}` });
    expect(exchange.visitor._tag).toBe('Known');
    // On another node, say: before this one looks where the token stands, and after it was found good.
    rightOf(
      await revokeToken({
        ...desk,
        views: { ...desk.views, catchUp: () => TE.fromEither(desk.views.head()) },
      })(token, said)(),
    );
    const answered = await feedEndpoint.answer(desk)(exchange)();
    expect(answered).toMatchObject(E.right({ _tag: 'Json', status: 403 }));
  });
});
