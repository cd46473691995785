import {
  accountsAnswer,
  closeAccount,
  type Failure,
  missing,
  openAccount,
  renewPassword,
  reopenAccount,
  storage,
  streamOf,
} from '@trackrecord/application';
import { AccessId, type AccessOrder, PartyId, RoleOnPlan } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { madePassword, setPassword } from '../../access/pages/new-password.ts';
import { DoneCodec, done } from '../answers/done-codec.ts';
import { nullable } from '../answers/nullable.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { deskFor, didBefore } from '../once-only.ts';
import type { CommandRoutes } from './command-route.ts';
import { accountIn, onAccount, saidBy } from './on-account.ts';

const tag = 'Access';

/** How access is changed: every command by an endpoint of its own. */
export const accessRoutes: CommandRoutes<AccessOrder> = {
  OpenAccount: { carriedBy: 'openAccount' },
  CloseAccount: { carriedBy: 'closeAccount' },
  RenewPassword: { carriedBy: 'renewPassword' },
  ReopenAccount: { carriedBy: 'reopenAccount' },
  GrantRole: { carriedBy: 'grantRole' },
  RevokeRole: { carriedBy: 'revokeRole' },
  IssueToken: { carriedBy: 'issueToken' },
  RevokeToken: { carriedBy: 'revokeToken' },
};

/** An account's id that a repeated request makes again. */
const newAccount = ({ desk, repeatable }: Changing): AccessId => {
  if (repeatable === undefined) return desk.ids.accessId();
  const id = `a-${repeatable.idFor('account').slice(0, 13)}`;
  if (AccessId.is(id)) return id;
  throw new Error(`${id} is no id of an account`);
};

const Opened = t.type(
  { ...done, account: AccessId, password: nullable(t.string) },
  'AccountOpened',
);

const open: Endpoint = change({
  operationId: 'openAccount',
  method: 'POST',
  path: '/accounts',
  summary: 'Open an account',
  description:
    'The answer has its first password, which is told this once: sent again, the request is answered without it.',
  tag,
  may: 'administer',
  asks: t.type({ party: PartyId, signInName: t.string, roles: t.readonlyArray(RoleOnPlan) }),
  example: {
    party: 'p-4c1f',
    signInName: 'm.reed',
    roles: [{ role: 'manager', plan: 'harbour' }],
  },
  answers: Opened,
  change: (changing, asked) => {
    const account = newAccount(changing);
    const desk = deskFor(changing);
    return pipe(
      didBefore(changing, streamOf('access', account), changing.repeatable?.commandId),
      TE.chain((before) =>
        before !== undefined
          ? TE.right<Failure, t.TypeOf<typeof Opened>>({ ...before, account, password: null })
          : pipe(
              saidBy(changing),
              TE.bindTo('said'),
              TE.bind('made', () => madePassword(desk)),
              TE.bind('did', ({ said }) =>
                openAccount({ ...desk, ids: { ...desk.ids, accessId: () => account } })(
                  asked,
                  said,
                ),
              ),
              TE.chainFirst(({ made }) => setPassword(desk)(account, made.hash)),
              TE.map(({ did, made }) => ({ ...did, password: made.password })),
            ),
      ),
    );
  },
});

const close: Endpoint = change({
  operationId: 'closeAccount',
  method: 'POST',
  path: '/accounts/{account}/closure',
  summary: 'Close an account',
  description: 'Whoever is signed in with it is so no longer. One administrator is always left.',
  tag,
  may: 'administer',
  asks: t.type({}),
  example: { why: 'Left the partnership' },
  answers: DoneCodec,
  change: (changing) =>
    pipe(
      onAccount(changing, closeAccount),
      TE.chainFirst(() => changing.desk.store.sessions.endAll(accountIn(changing))),
      TE.chainFirst(() => changing.desk.store.passwords.remove(accountIn(changing))),
    ),
});

const WithPassword = t.type({ ...done, password: nullable(t.string) }, 'AccountReopened');

const reopen: Endpoint = change({
  operationId: 'reopenAccount',
  method: 'POST',
  path: '/accounts/{account}/reopening',
  summary: 'Open a closed account again',
  description:
    'With the roles that it had, and a new password, which is told this once; none where the account was open already.',
  tag,
  may: 'administer',
  asks: t.type({}),
  example: { why: 'Came back' },
  answers: WithPassword,
  change: (changing) => {
    const stream = streamOf('access', accountIn(changing));
    return pipe(
      didBefore(changing, stream, changing.repeatable?.commandId),
      TE.chain((before) =>
        before !== undefined
          ? TE.right<Failure, t.TypeOf<typeof WithPassword>>({ ...before, password: null })
          : pipe(
              madePassword(changing.desk),
              TE.bindTo('made'),
              TE.bind('did', () => onAccount(changing, reopenAccount)),
              TE.chainFirst(({ made, did }) =>
                did.events.length === 0
                  ? TE.right(undefined)
                  : setPassword(changing.desk)(accountIn(changing), made.hash),
              ),
              TE.map(({ made, did }) => ({
                ...did,
                password: did.events.length === 0 ? null : made.password,
              })),
            ),
      ),
    );
  },
});

const Renewed = t.type({ account: AccessId, password: t.string }, 'PasswordMade');

/** An account that somebody can sign in with. */
const openOne = ({ desk }: Changing, account: AccessId): TE.TaskEither<Failure, AccessId> =>
  pipe(
    desk.views.catchUp(),
    TE.mapLeft(storage),
    TE.chainEitherK(() => accountsAnswer(desk)),
    TE.chainEitherK((accounts) => {
      const found = accounts.find(({ id }) => id === account);
      if (found === undefined)
        return E.left(missing(`There is no account "${account}".`, 'account'));
      return found.open
        ? E.right(account)
        : E.left<Failure>({ _tag: 'Refused', refusal: { _tag: 'AccountIsClosed' }, step: 0 });
    }),
  );

const renew: Endpoint = change({
  operationId: 'renewPassword',
  method: 'POST',
  path: '/accounts/{account}/password',
  summary: 'Make a new password for an account',
  description:
    'Told this once; whoever is signed in with the account is so no longer. That it was made is recorded, with why; passwords are no part of the log: each request makes another one, whatever its key.',
  tag,
  may: 'administer',
  asks: t.type({}),
  example: { why: 'Forgotten' },
  answers: Renewed,
  change: (changing) => {
    const { desk } = changing;
    return pipe(
      openOne(changing, accountIn(changing)),
      TE.bindTo('account'),
      TE.bind('made', () => madePassword(desk)),
      TE.bind('said', () => saidBy(changing)),
      TE.chainFirst(({ account, said }) => renewPassword(desk, 'given')(account, said)),
      TE.chainFirst(({ account, made }) => setPassword(desk)(account, made.hash)),
      TE.map(({ account, made }) => ({ account, password: made.password })),
    );
  },
});

/** Every change of accounts, but for their roles. */
export const accountEndpoints: ReadonlyArray<Endpoint> = [open, close, reopen, renew];
