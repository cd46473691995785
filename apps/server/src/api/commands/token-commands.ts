import {
  type Failure,
  issueToken,
  knownParty,
  revokeToken,
  streamOf,
} from '@trackrecord/application';
import { AccessId, PlanId, Role, TokenName } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { newTokenSecret, tokenText } from '../../access/token-text.ts';
import { DoneCodec } from '../answers/done-codec.ts';
import { nullable } from '../answers/nullable.ts';
import { type Changing, change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { deskFor, didBefore, onceOnly } from '../once-only.ts';
import { NameOrId } from '../schema/name-or-id.ts';
import { saidBy } from './on-account.ts';

const tag = 'Access';

/** A token's id that a repeated request makes again. */
const newToken = ({ desk, repeatable }: Changing): AccessId => {
  if (repeatable === undefined) return desk.ids.accessId();
  const id = `a-${repeatable.idFor('token').slice(0, 13)}`;
  if (AccessId.is(id)) return id;
  throw new Error(`${id} is no id of a token`);
};

/** As the command line answers: the token itself, and what it is. */
const Issued = t.type(
  {
    token: nullable(t.string),
    id: AccessId,
    name: TokenName,
    role: Role,
    plan: nullable(PlanId),
  },
  'TokenIssued',
);

const issue: Endpoint = change({
  operationId: 'issueToken',
  method: 'POST',
  path: '/tokens',
  summary: 'Let a program in',
  description:
    'With one role, on one plan or on every plan. The token is told this once: sent again, the request is answered without it. It acts for whom "for" names, else for whoever asks.',
  tag,
  may: 'administer',
  asks: t.intersection([
    t.type({ name: TokenName, role: Role }),
    t.partial({ plan: PlanId, for: NameOrId }),
  ]),
  example: { name: 'Quarterly figures', role: 'auditor', plan: 'harbour' },
  answers: Issued,
  change: (changing, { name, role, plan, for: whom }) => {
    const id = newToken(changing);
    const desk = deskFor(changing);
    const told = { id, name, role, plan: plan ?? null };
    return pipe(
      didBefore(changing, streamOf('access', id), changing.repeatable?.commandId),
      TE.chain((before) => {
        if (before !== undefined)
          return TE.right<Failure, t.TypeOf<typeof Issued>>({ ...told, token: null });
        const { secret, digest } = newTokenSecret(desk.random);
        return pipe(
          saidBy(changing),
          TE.bindTo('said'),
          TE.bind('party', ({ said }) =>
            TE.fromEither(whom === undefined ? E.right(said.by) : knownParty(desk, whom, 'for')),
          ),
          TE.chain(({ said, party }) =>
            issueToken({ ...desk, ids: { ...desk.ids, accessId: () => id } })(
              {
                name,
                role: plan === undefined ? { role } : { role, plan },
                party,
                digest,
              },
              said,
            ),
          ),
          TE.map(() => ({ ...told, token: tokenText(id, secret) })),
        );
      }),
    );
  },
});

const revoke: Endpoint = change({
  operationId: 'revokeToken',
  method: 'POST',
  path: '/tokens/{token}/revocation',
  summary: 'Let no program in with a token any more',
  description: 'For good: a program that is to get in again is given another one.',
  tag,
  may: 'administer',
  asks: t.type({}),
  example: { why: 'Seen in an email' },
  answers: DoneCodec,
  change: (changing) => {
    const { token } = changing.exchange.params;
    if (!AccessId.is(token)) throw new Error('the path names a token');
    return onceOnly(
      changing,
      streamOf('access', token),
      pipe(
        saidBy(changing),
        TE.chain((said) => revokeToken(deskFor(changing))(token, said)),
      ),
    );
  },
});

/** Every change of tokens. */
export const tokenEndpoints: ReadonlyArray<Endpoint> = [issue, revoke];
