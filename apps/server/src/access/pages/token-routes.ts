import {
  type Failure,
  issueToken,
  lookupParty,
  missing,
  revokeToken,
  storage,
  type TokenAnswer,
  tokensAnswer,
} from '@trackrecord/application';
import type { PartyId, RoleOnPlan } from '@trackrecord/domain';
import { type FormErrors, newTokenPage, noErrors, tokensPage } from '@trackrecord/pages';
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
import { newTokenSecret, tokenText } from '../token-text.ts';
import { planChoices } from './plan-choices.ts';
import { emptyIn, orShowAgain, refusedStatus } from './refused-form.ts';
import { roleInForm } from './role-in-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const listHref = '/administration/tokens';

/** Under which name a token that was just made waits to be shown. */
const madeToken = 'token';

const tokens = (desk: Desk): TE.TaskEither<Failure, ReadonlyArray<TokenAnswer>> =>
  pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => tokensAnswer(desk)),
  );

const shownList =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('list', () => tokens(desk)),
      TE.bind('uses', ({ list }) =>
        pipe(
          list,
          TE.traverseSeqArray(({ id }) => desk.store.tokens.lastUse(id)),
        ),
      ),
      TE.bind('plans', () => planChoices(desk)),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.map(({ who, list, uses, plans, csrfToken }): Reply => {
        const shown = tokensPage({
          csrfToken: csrfToken ?? '',
          tokens: list.map((token, index) => ({ ...token, lastUse: uses[index] })),
          plans,
          secret: desk.shownOnce.take(who.session, madeToken),
        });
        return {
          ...page({ ...shown, section: 'administration' }),
          headers: { 'cache-control': 'no-store' },
        };
      }),
    );

const shownForm = (desk: Desk, exchange: Exchange, status: number, errors: FormErrors): Answer =>
  pipe(
    planChoices(desk),
    TE.bindTo('plans'),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ plans, csrfToken }): Reply => {
      const typed = (name: string): string => exchange.form.one(name) ?? '';
      const { title, content } = newTokenPage({
        csrfToken: csrfToken ?? '',
        form: { name: typed('name'), for: typed('for'), role: typed('role'), plan: typed('plan') },
        plans,
        errors,
      });
      return page(
        {
          title,
          content,
          errors,
          section: 'administration',
          breadcrumbs: [{ text: 'API tokens', href: listHref }],
        },
        status,
      );
    }),
  );

const required = { name: 'Enter what the token is called.', role: 'Choose a role.' };

type Filled = Readonly<{ name: string; role: RoleOnPlan; party: PartyId }>;

/** For whom the program acts: whoever is named, else whoever makes the token. */
const actsFor = (
  desk: Desk,
  name: string | undefined,
  { principal }: SignedIn,
): E.Either<Failure, PartyId> =>
  name === undefined
    ? E.right(principal.party)
    : pipe(
        lookupParty(desk)(name),
        E.chain(
          E.fromNullable(
            missing(
              `Nobody is known as "${name}": write the name as it is in the directory.`,
              'for',
            ),
          ),
        ),
      );

const filledIn = (desk: Desk, { form }: Exchange, who: SignedIn): E.Either<Failure, Filled> => {
  const name = form.one('name') ?? '';
  return pipe(
    E.Do,
    E.bind('role', () => roleInForm(form)),
    E.bind('party', () => actsFor(desk, form.one('for'), who)),
    E.map(({ role, party }) => ({ name, role, party })),
  );
};

const make =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const empty = emptyIn(exchange.form, required);
    if (empty.length > 0) return shownForm(desk, exchange, refusedStatus, empty);
    const { secret, digest } = newTokenSecret(desk.random);
    return pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('filled', ({ who }) => TE.fromEither(filledIn(desk, exchange, who))),
      TE.bind('done', ({ who, filled }) =>
        issueToken(desk)({ ...filled, digest }, saidOnPage(desk, who)),
      ),
      TE.map(({ who, done }) => {
        desk.shownOnce.keep(who.session, madeToken, tokenText(done.token, secret));
        return redirect(listHref, [leaveNotice({ kind: 'success', text: 'The token is made.' })]);
      }),
      orShowAgain(['name', 'for', 'role', 'plan'], (errors) =>
        shownForm(desk, exchange, refusedStatus, errors),
      ),
    );
  };

const revoke =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      TE.Do,
      TE.bind('who', () => TE.fromEither(signedIn(exchange))),
      TE.bind('token', () =>
        pipe(
          tokens(desk),
          TE.chainEitherK((list) =>
            E.fromNullable(missing('There is no such token. The list shows all of them.'))(
              list.find(({ id }) => id === exchange.params['token']),
            ),
          ),
        ),
      ),
      TE.chain(({ who, token }) => revokeToken(desk)(token.id, saidOnPage(desk, who))),
      TE.map(() =>
        redirect(listHref, [leaveNotice({ kind: 'success', text: 'The token is revoked.' })]),
      ),
    );

const forAdministrators = { audience: 'people', may: 'administer' } as const;

export const tokenRoutes: ReadonlyArray<Route> = [
  { ...forAdministrators, method: 'GET', path: listHref, answer: shownList },
  {
    ...forAdministrators,
    method: 'GET',
    path: `${listHref}/new`,
    answer: (desk) => (exchange) => shownForm(desk, exchange, 200, noErrors),
  },
  { ...forAdministrators, method: 'POST', path: `${listHref}/new`, answer: make },
  { ...forAdministrators, method: 'POST', path: `${listHref}/:token/revoke`, answer: revoke },
];
