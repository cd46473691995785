import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { AccessBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered, TokenIsRevoked } from '../refusals.ts';
import { token, tokenRevoked } from './fields.ts';
import { TokenRevoked } from './token-revoked.ts';

/** Revokes a token for good: a program that is to get in again is given another one. */
export const RevokeToken = defineCommand('RevokeToken', t.type({}));

export type RevokeTokenRefusal = NotRegistered | TokenIsRevoked;

export const revokeToken: DecideOn<typeof RevokeToken, RevokeTokenRefusal, AccessBody> =
  ({ cut, asOf }) =>
  () => {
    if (!isThere(cut, token)) return E.left({ _tag: 'NotRegistered', what: 'token' });
    const since = O.toUndefined(tokenRevoked.since(cut, token));
    return since === undefined || since === asOf
      ? E.right([TokenRevoked.of({})])
      : E.left({ _tag: 'TokenIsRevoked', since });
  };
