import type { Credential, Failure } from '@trackrecord/application';
import { canonicalJson, type CommandId, type Json } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { createHash } from 'node:crypto';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { repeatableCommandId } from '../repeatable-command-id.ts';
import type { ApiProblem } from './api-problem.ts';
import { isJson } from './schema/json-codec.ts';

const sha256 = (...parts: ReadonlyArray<string>): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const credentialId = (credential: Credential): string =>
  credential._tag === 'Account' ? `account ${credential.account}` : `token ${credential.token}`;

/** A repeatable request: the id of its command, and one for each other thing that it makes. */
export type Repeatable = Readonly<{ commandId: CommandId; idFor: (purpose: string) => CommandId }>;

/** Whoever sends a key again sends the same command again: its id is made of who sent it and the key, nothing else. */
const repeatableBy = (credential: Credential, key: string): Repeatable => {
  const idFor = (purpose: string): CommandId =>
    repeatableCommandId(['command', credentialId(credential), key, purpose]);
  return { commandId: idFor(''), idFor };
};

const header = 'idempotency-key';

const noKey = (given: string): ApiProblem => ({
  _tag: 'ApiProblem',
  status: 400,
  type: 'invalid',
  title: 'What was sent is not what is accepted',
  detail: `Idempotency-Key: "${given.slice(0, 80)}" is not accepted; accepted are 1 to 255 visible characters, such as a UUID.`,
  errors: [
    {
      parameter: 'Idempotency-Key',
      detail: 'Accepted are 1 to 255 visible characters, such as a UUID.',
    },
  ],
});

const keyReused: ApiProblem = {
  _tag: 'ApiProblem',
  status: 422,
  type: 'idempotency-key-reused',
  title: 'This key stands for another request',
  detail:
    'The Idempotency-Key was sent before with another request. Nothing was changed. Repeat a request exactly, or give a new one a new key.',
};

const asJson = (body: unknown): Json => (isJson(body) ? body : null);

/** A body as text: a file by its bytes, what is no JSON as nothing. */
const bodyText = (body: unknown): string => {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' ? body : canonicalJson(asJson(body));
};

/** What a request asks for, as a digest: two requests of one key have to ask for the same. */
const digestOf = ({ method, path, query, body }: Exchange): string =>
  sha256(
    method,
    path,
    ...query
      .names()
      .toSorted()
      .flatMap((name) => [name, ...query.all(name)]),
    bodyText(body),
  );

/**
 * The ids that a request's key stands for; `undefined` where it has none. A key that was sent with something else
 * is refused.
 */
export const claimedKey = (
  { store, clock }: Desk,
  exchange: Exchange,
  credential: Credential,
): TE.TaskEither<Failure | ApiProblem, Repeatable | undefined> => {
  const key = exchange.header(header);
  if (key === undefined) return TE.right(undefined);
  if (!/^[!-~]{1,255}$/u.test(key)) return TE.left(noKey(key));
  const digest = digestOf(exchange);
  return pipe(
    store.keys.claim(sha256(credentialId(credential), key), digest, clock.now()),
    TE.chainEitherKW((claimed) =>
      claimed === digest ? E.right(repeatableBy(credential, key)) : E.left(keyReused),
    ),
  );
};
