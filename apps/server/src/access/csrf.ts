import { csrfField } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type * as T from 'fp-ts/lib/Task.js';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Desk } from '../desk.ts';
import { cookieIn } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Cookie } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { cookieNames } from './cookie-names.ts';

/*
 * Tokens signed by an HMAC and bound to the session (OWASP's CSRF prevention cheat sheet, "signed double-submit
 * cookie"). csrf-csrf does the same on express's request and response, and sets its own cookie there; routes here see
 * neither. Where there is a session its own cookie is the second half, so none is set but for whoever signs in.
 */

type Desked = Readonly<{
  store: Pick<Desk['store'], 'secret'>;
  configuration: Pick<Desk['configuration'], 'publicUrl'>;
}>;

type Asked = Pick<Exchange, 'method' | 'visitor' | 'header' | 'form'>;

const signature = (secret: string, salt: string, bound: string): string =>
  createHmac('sha256', secret).update(`form\n${salt}\n${bound}`).digest('base64url');

/** Another one each time: what is compressed with words of the page must not be the same twice (BREACH). */
const tokenOf = (secret: string, bound: string): string => {
  const salt = randomBytes(16).toString('base64url');
  return `${salt}.${signature(secret, salt, bound)}`;
};

const isTokenOf = (secret: string, bound: string, token: string): boolean => {
  const [salt = '', signed = '', ...more] = token.split('.');
  const [given, due] = [Buffer.from(signed), Buffer.from(signature(secret, salt, bound))];
  return more.length === 0 && given.length === due.length && timingSafeEqual(given, due);
};

const isSecure = ({ configuration }: Desked): boolean =>
  configuration.publicUrl.protocol === 'https:';

/** What a form is bound to: the session, or the mark that a browser got with the sign-in form. */
const boundTo = (desk: Desked, { visitor, header }: Pick<Asked, 'visitor' | 'header'>) => {
  if (visitor._tag === 'Known')
    return visitor.session === '' ? undefined : `session ${visitor.session}`;
  const mark = cookieIn(header('cookie'), cookieNames(isSecure(desk)).form);
  return mark === undefined || !/^[\w-]{22}$/u.test(mark) ? undefined : `form ${mark}`;
};

/** What the forms of a page carry; `null` where nobody is signed in and no form was given to sign in with. */
export const csrfTokenFor =
  (desk: Desked) =>
  (exchange: Pick<Asked, 'visitor' | 'header'>): T.Task<string | null> =>
  async () => {
    const bound = boundTo(desk, exchange);
    if (bound === undefined) return null;
    const secret = await desk.store.secret()();
    return E.isLeft(secret) ? null : tokenOf(secret.right, bound);
  };

/** What the forms of a session carry that was opened in this very answer. */
export const csrfTokenOfSession =
  (desk: Desked) =>
  (session: string): T.Task<string | null> =>
  async () => {
    const secret = await desk.store.secret()();
    return E.isLeft(secret) ? null : tokenOf(secret.right, `session ${session}`);
  };

/** How long a form to sign in with may stay open. */
const formMark_s = 24 * 3600;

/** What a form carries that is there for people who are not signed in, and the cookies that go with it. */
export type FormMark = Readonly<{ token: string; cookies: ReadonlyArray<Cookie> }>;

/** For a form that anybody may send: the mark that the browser has, or a new one. */
export const formMarkFor =
  (desk: Desked) =>
  (exchange: Pick<Asked, 'visitor' | 'header'>): T.Task<FormMark> =>
  async () => {
    const known = await csrfTokenFor(desk)(exchange)();
    if (known !== null) return { token: known, cookies: [] };
    const [mark, secret] = [randomBytes(16).toString('base64url'), await desk.store.secret()()];
    // Without the secret nothing can be signed, and what is sent will be refused.
    if (E.isLeft(secret)) return { token: '', cookies: [] };
    const cookie = { name: cookieNames(isSecure(desk)).form, value: mark, maxAge_s: formMark_s };
    return { token: tokenOf(secret.right, `form ${mark}`), cookies: [cookie] };
  };

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

/** One machine has several names for itself; where it is served to itself alone, each of them is ours. */
const isOurOrigin = ({ configuration: { publicUrl } }: Desked, origin: string, host?: string) => {
  if (origin === publicUrl.origin) return true;
  if (!loopback.test(publicUrl.hostname) || !URL.canParse(origin)) return false;
  const { hostname, host: named } = new URL(origin);
  return loopback.test(hostname) && named === host;
};

/** Whether a browser says that another site sent it. Old ones say nothing; then the token alone speaks. */
const isFromElsewhere = (desk: Desked, { header }: Pick<Asked, 'header'>): boolean => {
  const [site, origin] = [header('sec-fetch-site'), header('origin')];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && !isOurOrigin(desk, origin, header('host'));
};

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that would change something was not sent from a page of ours, or by nobody who can tell. Requests
 * by token are never: a browser does not send tokens by itself. Nor are those whose address alone lets them in.
 */
export const isForged =
  (desk: Desked) =>
  async ({ authority }: Pick<Route, 'authority'>, exchange: Asked): Promise<boolean> => {
    const { method, visitor, form, header } = exchange;
    if (safeMethods.has(method) || authority === 'address') return false;
    if (visitor._tag === 'Known' && visitor.session === '') return false;
    const bound = boundTo(desk, exchange);
    if (bound === undefined || isFromElsewhere(desk, exchange)) return true;
    const secret = await desk.store.secret()();
    const token = form.one(csrfField) ?? header('x-csrf-token') ?? '';
    return E.isLeft(secret) || !isTokenOf(secret.right, bound, token);
  };
