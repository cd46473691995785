import type { Failure, Principal } from '@trackrecord/application';
import type { Banner } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { mayAsk } from '../access/may-ask.ts';
import type { Desk } from '../desk.ts';
import type { Exchange, Upload, Visitor } from '../http/exchange.ts';
import { fieldsOf, noFields } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { noticeIn } from '../pages/notice.ts';
import { formIn } from './form-in.ts';

/** What came of asking a route. */
export type Came =
  | Readonly<{
      _tag: 'Page';
      status: number;
      title: string;
      /** What is within the frame. */
      html: string;
      /** As the summary tells them: what was wrong with the dates, which the frame tells, comes first. */
      errors: ReadonlyArray<Readonly<{ field: string; message: string }>>;
      banner: Banner | undefined;
    }>
  /** On to another page, with what is said there. */
  | Readonly<{ _tag: 'Redirect'; to: string; notice: Banner | undefined }>
  | Readonly<{ _tag: 'Other'; reply: Reply }>
  | Readonly<{ _tag: 'Failed'; failure: Failure }>;

/** The fields of a form: a value, or several. */
export type Filling = Readonly<Record<string, string | ReadonlyArray<string>>>;

type Method = Route['method'];

const paramsIn = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  if (parts.length !== given.length) return undefined;
  const pairs = parts.map((part, index) => [part, given[index] ?? ''] as const);
  return pairs.every(([part, one]) => (part.startsWith(':') ? one !== '' : part === one))
    ? Object.fromEntries(
        pairs
          .filter(([part]) => part.startsWith(':'))
          .map(([part, one]) => [part.slice(1), decodeURIComponent(one)]),
      )
    : undefined;
};

const routeFor = (
  routes: ReadonlyArray<Route>,
  method: Method,
  path: string,
): readonly [Route, Readonly<Record<string, string>>] => {
  for (const route of routes) {
    const params = paramsIn(route.path, path);
    if (route.method === method && params !== undefined) return [route, params];
  }
  throw new Error(`no route answers ${method} ${path}`);
};

const pairsOf = (filling: Filling): ReadonlyArray<readonly [string, string]> =>
  Object.entries(filling).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );

const cameOf = (reply: Reply): Came => {
  if (reply._tag === 'Redirect') {
    const cookies = (reply.cookies ?? []).map(({ name, value }) => `${name}=${value}`).join('; ');
    return { _tag: 'Redirect', to: reply.to, notice: noticeIn(cookies) };
  }
  if (reply._tag !== 'Page') return { _tag: 'Other', reply };
  const { title, content, errors = [], banner, dateBar } = reply.page;
  return {
    _tag: 'Page',
    status: reply.status,
    title,
    html: content,
    errors: [...(dateBar?.refused?.errors ?? []), ...errors],
    banner,
  };
};

/** Somebody who is signed in and acts for themselves. */
export const visitorAs = (principal: Principal): Visitor => ({
  _tag: 'Known',
  principal,
  session: `session of ${principal.party}`,
});

/**
 * Asks routes as a browser does, by their addresses: whoever may not is refused, as the guard does it. Cookies and
 * the forms' tokens against other sites stay outside.
 */
export const browserOf = (desk: Desk, routes: ReadonlyArray<Route>, visitor: Visitor) => {
  const ask = async (
    method: Method,
    address: string,
    form: Filling,
    files: ReadonlyArray<Upload> = [],
  ): Promise<Came> => {
    const { pathname, searchParams } = new URL(address, 'http://localhost:3000');
    const [route, params] = routeFor(routes, method, pathname);
    const exchange: Exchange = {
      id: 'r-1',
      method,
      path: pathname,
      params,
      query: fieldsOf(searchParams),
      form: method === 'GET' ? noFields : fieldsOf(pairsOf(form)),
      files,
      body: undefined,
      header: () => undefined,
      visitor,
      address: '127.0.0.1',
      gone: new AbortController().signal,
    };
    const answered = await pipe(
      mayAsk(desk)(route, visitor, { plan: params['plan'], ref: params['ref'] }),
      TE.chain(() => route.answer(desk)(exchange)),
    )();
    return E.isLeft(answered) ? { _tag: 'Failed', failure: answered.left } : cameOf(answered.right);
  };
  const get = (address: string): Promise<Came> => ask('GET', address, {});
  const post = (address: string, form: Filling, files: ReadonlyArray<Upload> = []): Promise<Came> =>
    ask('POST', address, form, files);
  return {
    get,
    post,
    /** Opens the page with a change form on it: what a browser would send of it as it stands. */
    open: async (address: string): Promise<Filling> => {
      const came = await get(address);
      if (came._tag !== 'Page') throw new Error(`no form at ${address}: ${JSON.stringify(came)}`);
      return formIn(came.html, 'change');
    },
    /** Opens a form, fills some of its fields in, and sends it. */
    send: async (address: string, filling: Filling): Promise<Came> => {
      const came = await get(address);
      if (came._tag !== 'Page') return came;
      // A form is sent to its page's address without what that was asked.
      return post(address.replace(/\?.*$/u, ''), { ...formIn(came.html, 'change'), ...filling });
    },
  };
};

export type TestBrowser = ReturnType<typeof browserOf>;
