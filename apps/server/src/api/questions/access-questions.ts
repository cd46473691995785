import { accountsAnswer, storage, tokensAnswer } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { AccountCodec, TokenCodec } from '../answers/access-codec.ts';
import { LogStatusCodec } from '../answers/log-status-codec.ts';
import type { Desk } from '../../desk.ts';
import type { Endpoint } from '../endpoint.ts';
import { noParams } from '../params.ts';
import { question } from '../question.ts';
import { isJson } from '../schema/json-codec.ts';

/** Whether the node may be asked, and how it stands. */
const nodeOf = ({ node }: Desk) => {
  const { ready, state } = node.readiness();
  return {
    ready,
    state: Object.fromEntries(
      Object.entries(state).flatMap(([name, value]) => (isJson(value) ? [[name, value]] : [])),
    ),
  };
};

/** Who may come in, and how the log stands. */
export const accessQuestions: ReadonlyArray<Endpoint> = [
  question({
    operationId: 'listAccounts',
    path: '/accounts',
    summary: 'List accounts',
    description: 'Closed ones too, with their roles, as they stand today.',
    tag: 'Access',
    may: 'administer',
    query: noParams,
    answers: t.readonlyArray(AccountCodec),
    ask: ({ desk }) =>
      pipe(
        accountsAnswer(desk),
        E.map((answer) => ({ answer })),
        TE.fromEither,
      ),
  }),
  question({
    operationId: 'listTokens',
    path: '/tokens',
    summary: 'List tokens',
    description: 'Revoked ones too, with when each was last used; nothing of their secrets.',
    tag: 'Access',
    may: 'administer',
    query: noParams,
    answers: t.readonlyArray(TokenCodec),
    ask: ({ desk }) =>
      pipe(
        TE.fromEither(tokensAnswer(desk)),
        TE.chain(
          TE.traverseSeqArray((token) =>
            pipe(
              desk.store.tokens.lastUse(token.id),
              TE.map((lastUsedAt) => ({ ...token, lastUsedAt: lastUsedAt ?? null })),
            ),
          ),
        ),
        TE.map((answer) => ({ answer })),
      ),
  }),
  question({
    operationId: 'getLogStatus',
    path: '/log',
    summary: 'Tell how the log stands',
    description:
      'At which ordinal answers are given, and whether this node may be asked: how far it is behind.',
    tag: 'Log',
    may: 'signed in',
    query: noParams,
    answers: LogStatusCodec,
    ask: ({ desk }) =>
      pipe(
        desk.views.head(),
        E.bimap(storage, (ordinal) => ({
          answer: { ordinal, today: desk.clock.today('Europe/London'), ...nodeOf(desk) },
        })),
        TE.fromEither,
      ),
  }),
];
