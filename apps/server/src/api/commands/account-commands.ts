import {
  closeAccount,
  type Done,
  type Failure,
  grantRole,
  openAccount,
  reopenAccount,
  revokeRole,
  type Said,
  streamOf,
} from '@trackrecord/application';
import { AccessId, type AccessOrder, PartyId, Role, RoleOnPlan, PlanId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import type { Desk } from '../../desk.ts';
import { madePassword, setPassword } from '../../access/pages/new-password.ts';
import { DoneCodec, done } from '../answers/done-codec.ts';
import { nullable } from '../answers/nullable.ts';
import { type Changing, change } from '../change.ts';
import { authorOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';
import { deskFor, didBefore, onceOnly } from '../once-only.ts';
import type { CommandRoutes } from './command-route.ts';

const tag = 'Access';

/** How access is changed: every command by an endpoint of its own. */
export const accessRoutes: CommandRoutes<AccessOrder> = {
  OpenAccount: { carriedBy: 'openAccount' },
  CloseAccount: { carriedBy: 'closeAccount' },
  ReopenAccount: { carriedBy: 'reopenAccount' },
  GrantRole: { carriedBy: 'grantRole' },
  RevokeRole: { carriedBy: 'revokeRole' },
  IssueToken: { carriedBy: 'issueToken' },
  RevokeToken: { carriedBy: 'revokeToken' },
};

/** What is said of a change of access, by whoever asks for it. */
export const saidBy = ({
  desk,
  principal,
  around,
  looked,
}: Changing): TE.TaskEither<Failure, Said> => authorOf(principal, around, looked)(desk);

const accountIn = ({ exchange: { params } }: Changing): AccessId => {
  const { account } = params;
  if (AccessId.is(account)) return account;
  throw new Error('the path names an account');
};

type Act = (desk: Desk) => (account: AccessId, said: Said) => TE.TaskEither<Failure, Done>;

const onAccount = (changing: Changing, act: Act): TE.TaskEither<Failure, Done> =>
  onceOnly(
    changing,
    streamOf('access', accountIn(changing)),
    pipe(
      saidBy(changing),
      TE.chain((said) => act(deskFor(changing))(accountIn(changing), said)),
    ),
  );

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

const grant: Endpoint = change({
  operationId: 'grantRole',
  method: 'POST',
  path: '/accounts/{account}/roles',
  summary: 'Give an account a role',
  description: 'On one plan, or on every plan where none is named.',
  tag,
  may: 'administer',
  asks: RoleOnPlan,
  example: { role: 'manager', plan: 'harbour' },
  answers: DoneCodec,
  change: (changing, { role, plan }) =>
    onAccount(
      changing,
      (desk) => (account, said) =>
        grantRole(desk)(account, plan === undefined ? { role } : { role, plan }, said),
    ),
});

const revoke: Endpoint = change({
  operationId: 'revokeRole',
  method: 'DELETE',
  path: '/accounts/{account}/roles',
  summary: 'Take a role from an account',
  description: 'As it was given: on one plan, or on every plan where none is named.',
  tag,
  may: 'administer',
  asks: t.intersection([t.type({ role: Role }), t.partial({ plan: PlanId })]),
  answers: DoneCodec,
  change: (changing, { role, plan }) =>
    onAccount(
      changing,
      (desk) => (account, said) =>
        revokeRole(desk)(account, plan === undefined ? { role } : { role, plan }, said),
    ),
});

/** Every change of accounts and their roles. */
export const accountEndpoints: ReadonlyArray<Endpoint> = [open, close, reopen, grant, revoke];
