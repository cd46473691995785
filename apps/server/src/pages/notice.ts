import type { Banner } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import type { Cookie } from '../http/reply.ts';
import { cookieIn } from '../http/cookies.ts';
import { localPath } from '../http/local-path.ts';

const noticeCookie = 'trackrecord-notice';

const Notice = t.intersection([
  t.type({ kind: t.keyof({ success: null, important: null }), text: t.string }),
  t.partial({ link: t.type({ text: t.string, href: t.string }) }),
]);

/** Leaves words for the next page: what was done, said once. */
export const leaveNotice = (banner: Banner): Cookie => ({
  name: noticeCookie,
  value: Buffer.from(JSON.stringify(banner)).toString('base64url'),
  maxAge_s: 60,
});

export const forgetNotice: Cookie = { name: noticeCookie, value: '', maxAge_s: 0 };

/** What the page before left to be said. It comes from a browser: a link to elsewhere is no link of ours. */
export const noticeIn = (cookies: string | undefined): Banner | undefined => {
  const value = cookieIn(cookies, noticeCookie);
  if (value === undefined) return undefined;
  return pipe(
    E.tryCatch(
      (): unknown => JSON.parse(Buffer.from(value, 'base64url').toString('utf8')),
      () => undefined,
    ),
    E.chainW((read) => Notice.decode(read)),
    E.match(
      () => undefined,
      ({ kind, text, link }) => ({
        kind,
        text,
        ...(link === undefined || localPath(link.href) === undefined ? {} : { link }),
      }),
    ),
  );
};
