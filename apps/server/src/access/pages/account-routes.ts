import {
  type AccountAnswer,
  accountsAnswer,
  type Failure,
  missing,
  storage,
} from '@trackrecord/application';
import {
  accountDetailsPage,
  accountHref,
  accountsPage,
  type FormErrors,
  noErrors,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { page } from '../../pages/page-reply.ts';
import { csrfTokenFor } from '../csrf.ts';
import { signedIn } from '../signed-in.ts';
import { accountChanges, type AccountChange } from './account-changes.ts';
import { planChoices } from './plan-choices.ts';
import { orShowAgain, refusedStatus } from './refused-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const accounts = (desk: Desk): TE.TaskEither<Failure, ReadonlyArray<AccountAnswer>> =>
  pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => accountsAnswer(desk)),
  );

const shownList = (desk: Desk) => (): Answer =>
  pipe(
    accounts(desk),
    TE.bindTo('list'),
    TE.bind('plans', () => planChoices(desk)),
    TE.map(({ list, plans }) => page({ ...accountsPage(list, plans), section: 'administration' })),
  );

const namedAccount = (
  desk: Desk,
  { params }: Pick<Exchange, 'params'>,
): TE.TaskEither<Failure, AccountAnswer> =>
  pipe(
    accounts(desk),
    TE.chainEitherK((list) =>
      E.fromNullable(missing('There is no such account. The list of accounts shows all of them.'))(
        list.find(({ id }) => id === params['account']),
      ),
    ),
  );

type Again = Readonly<{ status: number; errors: FormErrors }>;

const shownAccount = (desk: Desk, exchange: Exchange, { status, errors }: Again): Answer =>
  pipe(
    TE.Do,
    TE.bind('who', () => TE.fromEither(signedIn(exchange))),
    TE.bind('account', () => namedAccount(desk, exchange)),
    TE.bind('plans', () => planChoices(desk)),
    TE.bind('hash', ({ account }) => desk.store.passwords.hashOf(account.id)),
    TE.bind('sessions', ({ account }) => desk.store.sessions.count(account.id, desk.clock.now())),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ who, account, plans, hash, sessions, csrfToken }): Reply => {
      desk.noteAccess({
        who: who.principal.party,
        what: `account ${account.id}`,
        request: exchange.id,
      });
      const typed = (name: string): string => exchange.form.one(name) ?? '';
      const { title, content } = accountDetailsPage({
        csrfToken: csrfToken ?? '',
        account,
        isOwn: account.id === who.account,
        plans,
        hasPassword: hash !== undefined,
        sessions,
        secret: desk.shownOnce.take(who.session, account.id),
        form: { role: typed('role'), plan: typed('plan'), why: typed('why') },
        errors,
      });
      return {
        ...page(
          {
            title,
            content,
            errors,
            section: 'administration',
            breadcrumbs: [{ text: 'Accounts', href: '/administration' }],
          },
          status,
        ),
        headers: { 'cache-control': 'no-store' },
      };
    }),
  );

/** A change of one account by a form of its page, which it comes back to. */
const changing =
  (change: AccountChange) =>
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('account', () => namedAccount(desk, exchange)),
      TE.chain(({ who, account }) =>
        pipe(
          change(desk, who, account, exchange.form),
          TE.map((words) =>
            redirect(accountHref(account.id), [leaveNotice({ kind: 'success', text: words })]),
          ),
          orShowAgain(['role', 'plan', 'why'], (errors) =>
            shownAccount(desk, exchange, { status: refusedStatus, errors }),
          ),
        ),
      ),
    );

const forAdministrators = { audience: 'people', may: 'administer' } as const;
const path = '/administration/accounts/:account';

export const accountRoutes: ReadonlyArray<Route> = [
  { ...forAdministrators, method: 'GET', path: '/administration', answer: shownList },
  {
    ...forAdministrators,
    method: 'GET',
    path,
    answer: (desk) => (exchange) => shownAccount(desk, exchange, { status: 200, errors: noErrors }),
  },
  ...Object.entries(accountChanges).map(([name, change]): Route => ({
    ...forAdministrators,
    method: 'POST',
    path: `${path}/${name}`,
    answer: changing(change),
  })),
];
