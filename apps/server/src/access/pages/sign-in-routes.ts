import type { Failure } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import { count, type FormErrors, noErrors, signInPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { localPath } from '../../http/local-path.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { page } from '../../pages/page-reply.ts';
import { millisecondsBetween, minute_ms } from '../../time/instants.ts';
import { isWithoutAdministrator } from '../access-parts.ts';
import { csrfTokenOfSession, formMarkFor } from '../csrf.ts';
import { isFromHere, type KeptForm, keptFormText, readKeptForm } from '../kept-form.ts';
import { digestOf, endSession, openSession } from '../sessions.ts';
import { keptFormReply } from './kept-form-reply.ts';
import { emptyIn, refusedStatus } from './refused-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

type Shown = Readonly<{
  status: number;
  errors: FormErrors;
  signInName: string;
  next: string | undefined;
  /** A form that they filled in before they were asked to sign in. */
  kept?: KeptForm | undefined;
  /** Seconds until it is worth trying again. */
  wait_s?: number;
}>;

const shownForm = (desk: Desk, exchange: Exchange, shown: Shown): Answer =>
  pipe(
    TE.Do,
    TE.bind('mark', () => TE.fromTask(formMarkFor(desk)(exchange))),
    TE.bind('firstAdministrator', () => isWithoutAdministrator(desk)),
    TE.map(({ mark, firstAdministrator }): Reply => {
      const { status, errors, signInName, next, kept, wait_s } = shown;
      const { title, content } = signInPage({
        csrfToken: mark.token,
        signInName,
        next,
        kept: kept === undefined ? null : keptFormText(kept),
        errors,
        firstAdministrator,
        sample: desk.configuration.sample ? desk.sampleAccounts : [],
      });
      return {
        ...page({ title, content, errors, section: 'none' }, status),
        cookies: mark.cookies,
        headers: {
          'cache-control': 'no-store',
          ...(wait_s === undefined ? {} : { 'retry-after': String(wait_s) }),
        },
      };
    }),
  );

/** Where somebody wanted to go, as long as it is ours. */
const nextOf = (text: string | undefined): string => localPath(text) ?? '/';

const showForm =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const next = exchange.query.one('next');
    return exchange.visitor._tag === 'Known'
      ? TE.right(redirect(nextOf(next)))
      : shownForm(desk, exchange, {
          status: 200,
          errors: noErrors,
          signInName: '',
          next: localPath(next),
        });
  };

const required = { signInName: 'Enter your sign-in name.', password: 'Enter your password.' };

const refusedWords = 'The sign-in name or the password is not right.';

const closedWords = (now: Instant, until: Instant): string =>
  `Too many tries failed under this name or from your network. Try again in ${count(Math.ceil(millisecondsBetween(now, until) / minute_ms), 'minute')}.`;

/** A session of their own, whatever the browser had before: nobody can have prepared it for them. */
const welcomed = (
  desk: Desk,
  exchange: Exchange,
  account: string,
  { next, kept }: Readonly<{ next: string; kept: KeptForm | undefined }>,
): Answer =>
  pipe(
    endSession(desk)(exchange),
    TE.chain(() => openSession(desk, desk.random)(account)),
    TE.chainTaskK((cookie) =>
      kept === undefined
        ? T.of(redirect(next, [cookie]))
        : pipe(
            csrfTokenOfSession(desk)(digestOf(cookie.value)),
            T.map((token): Reply => ({
              ...keptFormReply({ hasSignedIn: true, csrfToken: token ?? '', ...kept }, 200),
              cookies: [cookie],
            })),
          ),
    ),
  );

/** Somebody sent a form who is not signed in any more: they sign in first, and nothing that they typed is lost. */
export const signInFirst = (desk: Desk, exchange: Exchange, kept: KeptForm): Answer =>
  shownForm(desk, exchange, {
    status: 403,
    errors: noErrors,
    signInName: '',
    next: undefined,
    kept,
  });

const signIn =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const { form, address } = exchange;
    const [signInName, password] = [form.one('signInName') ?? '', form.raw('password')];
    const next = localPath(form.one('next'));
    const kept = isFromHere(exchange.header) ? readKeptForm(form.raw('kept')) : undefined;
    const again = (status: number, errors: FormErrors, wait_s?: number): Answer =>
      shownForm(desk, exchange, {
        status,
        errors,
        signInName,
        next,
        kept,
        ...(wait_s === undefined ? {} : { wait_s }),
      });
    const empty = emptyIn(form, required);
    if (empty.length > 0) return again(refusedStatus, empty);
    return pipe(
      desk.signIn({ signInName, password, address }),
      TE.chain((answer) => {
        switch (answer._tag) {
          case 'SignedIn':
            return welcomed(desk, exchange, answer.account, { next: nextOf(next), kept });
          case 'Refused':
            return again(refusedStatus, [{ field: 'signInName', message: refusedWords }]);
          case 'Closed': {
            const now = desk.clock.now();
            const wait_s = Math.ceil(millisecondsBetween(now, answer.until) / 1000);
            const message = closedWords(now, answer.until);
            return again(429, [{ field: 'signInName', message }], wait_s);
          }
        }
      }),
    );
  };

const signOut =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      endSession(desk)(exchange),
      TE.map((cookie) =>
        redirect('/sign-in', [
          cookie,
          leaveNotice({ kind: 'success', text: 'You have signed out.' }),
        ]),
      ),
    );

export const signInRoutes: ReadonlyArray<Route> = [
  { method: 'GET', path: '/sign-in', audience: 'people', may: 'anyone', answer: showForm },
  {
    method: 'POST',
    path: '/sign-in',
    audience: 'people',
    may: 'anyone',
    throttled: 'sign in',
    answer: signIn,
  },
  { method: 'POST', path: '/sign-out', audience: 'people', may: 'signed in', answer: signOut },
];
