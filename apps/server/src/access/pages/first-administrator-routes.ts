import {
  type Failure,
  invalid,
  missing,
  openAccount,
  partyNamed,
  rehearsed,
  type Said,
} from '@trackrecord/application';
import type { AccessId } from '@trackrecord/domain';
import { firstAdministratorPage, type FormErrors, noErrors } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { page } from '../../pages/page-reply.ts';
import { isWithoutAdministrator } from '../access-parts.ts';
import { type FormMark, formMarkFor } from '../csrf.ts';
import { openSession } from '../sessions.ts';
import { accessZone } from '../signed-in.ts';
import { chosenPassword, hashed, setPassword } from './new-password.ts';
import { emptyIn, orShowAgain, refusedStatus } from './refused-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const shownForm = (desk: Desk, exchange: Exchange, status: number, errors: FormErrors): Answer =>
  pipe(
    TE.fromTask<FormMark, Failure>(formMarkFor(desk)(exchange)),
    TE.map(({ token, cookies }): Reply => {
      const typed = (name: string): string => exchange.form.one(name) ?? '';
      const { title, content } = firstAdministratorPage({
        csrfToken: token,
        form: { code: typed('code'), name: typed('name'), signInName: typed('signInName') },
        errors,
      });
      return {
        ...page({ title, content, errors, section: 'none' }, status),
        cookies,
        headers: { 'cache-control': 'no-store' },
      };
    }),
  );

/** Once there is an administrator this page is none: whoever is to come in is let in by them. */
const onlyBefore = (desk: Desk, answer: () => Answer): Answer =>
  pipe(
    isWithoutAdministrator(desk),
    TE.chain((isWithout) =>
      isWithout
        ? answer()
        : TE.left(missing('There is an administrator already: ask them for an account.')),
    ),
  );

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Case, blanks and hyphens are how somebody types it. */
const isSetupCode = (desk: Desk, typed: string): boolean =>
  timingSafeEqual(
    digest(typed.toLowerCase().replace(/[\s-]/gu, '')),
    digest(desk.setupCode.replaceAll('-', '')),
  );

const required = {
  code: 'Enter the setup code.',
  name: 'Enter your name.',
  signInName: 'Enter a sign-in name.',
  password: 'Enter a password.',
};

type Filled = Readonly<{ name: string; signInName: string; password: string }>;

const filledIn = (desk: Desk, { form }: Exchange): E.Either<Failure, Filled> => {
  const [name, signInName] = [form.one('name') ?? '', form.one('signInName') ?? ''];
  if (!isSetupCode(desk, form.one('code') ?? ''))
    return E.left(
      invalid(
        'This is not the setup code. It is printed each time the server starts; a code from before does not count.',
        'code',
      ),
    );
  return pipe(
    chosenPassword({ name, signInName }, 'password', [
      form.raw('password'),
      form.raw('passwordAgain'),
    ]),
    E.map((password) => ({ name, signInName, password })),
  );
};

/** They stand for themselves: nobody else is known yet, and the code proves that they keep the server. */
const opened = (desk: Desk, { name, signInName }: Filled): TE.TaskEither<Failure, AccessId> => {
  const effectiveOn = desk.clock.today(accessZone);
  return pipe(
    rehearsed(desk, (stage) =>
      pipe(
        partyNamed(stage)({ name, kind: 'person' }, effectiveOn, { channel: 'web' }),
        TE.chain((party) => {
          const said: Said = { by: party, effectiveOn, channel: 'web' };
          return openAccount(stage)(
            { party, signInName, roles: [{ role: 'administrator' }] },
            said,
          );
        }),
      ),
    ),
    TE.map(({ account }) => account),
  );
};

const make =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    onlyBefore(desk, () => {
      const empty = emptyIn(exchange.form, required);
      if (empty.length > 0) return shownForm(desk, exchange, refusedStatus, empty);
      return pipe(
        TE.fromEither(filledIn(desk, exchange)),
        TE.bindTo('filled'),
        TE.bind('made', ({ filled }) => hashed(filled.password)),
        TE.bind('account', ({ filled }) => opened(desk, filled)),
        TE.chainFirst(({ account, made }) => setPassword(desk)(account, made.hash)),
        TE.chain(({ account }) => openSession(desk, desk.random)(account)),
        TE.map((cookie) =>
          redirect('/administration', [
            cookie,
            leaveNotice({
              kind: 'success',
              text: 'You are the first administrator. Open accounts for the others here.',
            }),
          ]),
        ),
        orShowAgain(['name', 'code', 'signInName', 'password', 'passwordAgain'], (errors) =>
          shownForm(desk, exchange, refusedStatus, errors),
        ),
      );
    });

const path = '/first-administrator';

export const firstAdministratorRoutes: ReadonlyArray<Route> = [
  {
    method: 'GET',
    path,
    audience: 'people',
    may: 'anyone',
    answer: (desk) => (exchange) =>
      onlyBefore(desk, () => shownForm(desk, exchange, 200, noErrors)),
  },
  { method: 'POST', path, audience: 'people', may: 'anyone', throttled: 'sign in', answer: make },
];
