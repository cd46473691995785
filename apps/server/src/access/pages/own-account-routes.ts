import { type Failure, invalid, renewPassword } from '@trackrecord/application';
import { accountPage, type FormErrors, noErrors } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { page } from '../../pages/page-reply.ts';
import { shownCalendar } from '../../calendar/shown-calendar.ts';
import { csrfTokenFor } from '../csrf.ts';
import { endSession, openSession } from '../sessions.ts';
import { saidOnPage, type SignedIn, signedIn } from '../signed-in.ts';
import { chosenPassword, hashed, setPassword } from './new-password.ts';
import { planChoices } from './plan-choices.ts';
import { orShowAgain, refusedStatus } from './refused-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const signInNameOf = ({ principal: { credential } }: SignedIn): string =>
  credential._tag === 'Account' ? credential.signInName : '';

const shownAccount = (desk: Desk, exchange: Exchange, status: number, errors: FormErrors): Answer =>
  pipe(
    TE.fromEither(signedIn(exchange)),
    TE.bindTo('who'),
    TE.bind('plans', () => planChoices(desk)),
    TE.bind('hash', ({ who }) => desk.store.passwords.hashOf(who.account)),
    TE.bind('sessions', ({ who }) => desk.store.sessions.count(who.account, desk.clock.now())),
    TE.bind('calendar', ({ who }) => shownCalendar(desk, who, null)),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ who, plans, hash, sessions, calendar, csrfToken }): Reply => {
      const { title, content } = accountPage({
        csrfToken: csrfToken ?? '',
        name: who.principal.name,
        signInName: signInNameOf(who),
        grants: who.principal.grants,
        plans,
        hasPassword: hash !== undefined,
        sessions,
        calendar,
        errors,
      });
      return {
        ...page({ title, content, errors, section: 'account' }, status),
        // The address of a calendar may be on it, this once.
        headers: { 'cache-control': 'no-store' },
      };
    }),
  );

/** The password that they have now is tried as at signing in: as many times, and no more. */
const proven = (desk: Desk, { form, address }: Exchange, who: SignedIn) =>
  pipe(
    desk.signIn({ signInName: signInNameOf(who), password: form.raw('password'), address }),
    TE.chain((answer) => {
      switch (answer._tag) {
        case 'SignedIn':
          return TE.right(null);
        case 'Refused':
          return TE.left(invalid('This is not the password that you have now.', 'password'));
        case 'Closed':
          return TE.left(
            invalid('Too many tries failed. Wait a few minutes, then try again.', 'password'),
          );
      }
    }),
  );

const changePassword =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const { form } = exchange;
    return pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('chosen', ({ who }) =>
        TE.fromEither(
          chosenPassword(
            { name: who.principal.name, signInName: signInNameOf(who) },
            'newPassword',
            [form.raw('newPassword'), form.raw('newPasswordAgain')],
          ),
        ),
      ),
      TE.chainFirst(({ who }) => proven(desk, exchange, who)),
      TE.bind('made', ({ chosen }) => hashed(chosen)),
      TE.chainFirst(({ who }) => renewPassword(desk, 'chosen')(who.account, saidOnPage(desk, who))),
      TE.chainFirst(({ who, made }) => setPassword(desk)(who.account, made.hash)),
      TE.chain(({ who }) => openSession(desk, desk.random)(who.account)),
      TE.map((cookie) =>
        redirect('/account', [
          cookie,
          leaveNotice({
            kind: 'success',
            text: 'Your password is changed. You are signed out everywhere but here.',
          }),
        ]),
      ),
      orShowAgain(['password', 'newPassword', 'newPasswordAgain'], (errors) =>
        shownAccount(desk, exchange, refusedStatus, errors),
      ),
    );
  };

const signOutEverywhere =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.chain(({ account }) => desk.store.sessions.endAll(account)),
      TE.chain(() => endSession(desk)(exchange)),
      TE.map((cookie) =>
        redirect('/sign-in', [
          cookie,
          leaveNotice({ kind: 'success', text: 'You have signed out everywhere.' }),
        ]),
      ),
    );

const forPeople = { audience: 'people', may: 'signed in' } as const;

export const ownAccountRoutes: ReadonlyArray<Route> = [
  {
    ...forPeople,
    method: 'GET',
    path: '/account',
    answer: (desk) => (exchange) => shownAccount(desk, exchange, 200, noErrors),
  },
  {
    ...forPeople,
    method: 'POST',
    path: '/account/password',
    throttled: 'sign in',
    answer: changePassword,
  },
  {
    ...forPeople,
    method: 'POST',
    path: '/account/sign-out-everywhere',
    answer: signOutEverywhere,
  },
];
