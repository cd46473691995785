import { type Failure, openAccount, partyNamed, rehearsed } from '@trackrecord/application';
import type { AccessId, RoleOnPlan } from '@trackrecord/domain';
import { accountHref, type FormErrors, newAccountPage, noErrors } from '@trackrecord/pages';
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
import { saidOnPage, type SignedIn, signedIn } from '../signed-in.ts';
import { madePassword, setPassword } from './new-password.ts';
import { planChoices } from './plan-choices.ts';
import { emptyIn, orShowAgain, refusedStatus } from './refused-form.ts';
import { roleInForm } from './role-in-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const shownForm = (desk: Desk, exchange: Exchange, status: number, errors: FormErrors): Answer =>
  pipe(
    planChoices(desk),
    TE.bindTo('plans'),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ plans, csrfToken }): Reply => {
      const typed = (name: string): string => exchange.form.one(name) ?? '';
      const { title, content } = newAccountPage({
        csrfToken: csrfToken ?? '',
        form: {
          name: typed('name'),
          signInName: typed('signInName'),
          role: typed('role'),
          plan: typed('plan'),
        },
        plans,
        errors,
      });
      return page(
        {
          title,
          content,
          errors,
          section: 'administration',
          breadcrumbs: [{ text: 'Accounts', href: '/administration' }],
        },
        status,
      );
    }),
  );

const required = {
  name: 'Enter their name.',
  signInName: 'Enter a sign-in name.',
  role: 'Choose a role.',
};

type Filled = Readonly<{ name: string; signInName: string; role: RoleOnPlan }>;

const filledIn = ({ form }: Exchange): E.Either<Failure, Filled> => {
  const [name, signInName] = [form.one('name') ?? '', form.one('signInName') ?? ''];
  return pipe(
    roleInForm(form),
    E.map((role) => ({ name, signInName, role })),
  );
};

const opened = (
  desk: Desk,
  who: SignedIn,
  { name, signInName, role }: Filled,
): TE.TaskEither<Failure, AccessId> => {
  const said = saidOnPage(desk, who);
  return pipe(
    rehearsed(desk, (stage) =>
      pipe(
        partyNamed(stage)({ name, kind: 'person' }, said.effectiveOn, said),
        TE.chain((party) => openAccount(stage)({ party, signInName, roles: [role] }, said)),
      ),
    ),
    TE.map(({ account }) => account),
  );
};

const open =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const empty = emptyIn(exchange.form, required);
    if (empty.length > 0) return shownForm(desk, exchange, refusedStatus, empty);
    return pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('filled', () => TE.fromEither(filledIn(exchange))),
      TE.bind('made', () => madePassword(desk)),
      TE.bind('account', ({ who, filled }) => opened(desk, who, filled)),
      TE.chainFirst(({ account, made }) => setPassword(desk)(account, made.hash)),
      TE.map(({ who, account, made }) => {
        desk.shownOnce.keep(who.session, account, made.password);
        return redirect(accountHref(account), [
          leaveNotice({ kind: 'success', text: 'The account is open.' }),
        ]);
      }),
      orShowAgain(['name', 'signInName', 'role', 'plan'], (errors) =>
        shownForm(desk, exchange, refusedStatus, errors),
      ),
    );
  };

const path = '/administration/accounts/new';
const forAdministrators = { audience: 'people', may: 'administer' } as const;

export const newAccountRoutes: ReadonlyArray<Route> = [
  {
    ...forAdministrators,
    method: 'GET',
    path,
    answer: (desk) => (exchange) => shownForm(desk, exchange, 200, noErrors),
  },
  { ...forAdministrators, method: 'POST', path, answer: open },
];
