import type { AccountAnswer, Grant, TokenAnswer } from '@trackrecord/application';
import { AccessId, PlanId, Role, SignInName, TokenName } from '@trackrecord/domain';
import { Instant, LocalDate } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';
import { NamedPartyCodec } from './owed-codec.ts';

const GrantCodec: t.Type<Grant, unknown, unknown> = t.type(
  { role: Role, plan: nullable(PlanId) },
  'Grant',
);

export const AccountCodec: t.Type<AccountAnswer, unknown, unknown> = t.type(
  {
    id: AccessId,
    signInName: SignInName,
    party: NamedPartyCodec,
    open: t.boolean,
    grants: t.readonlyArray(GrantCodec),
  },
  'Account',
);

/** A token, and when a program got in with it last; `null` where none has yet. */
export const TokenCodec: t.Type<
  TokenAnswer & Readonly<{ lastUsedAt: string | null }>,
  unknown,
  unknown
> = t.type(
  {
    id: AccessId,
    name: TokenName,
    role: Role,
    plan: nullable(PlanId),
    party: NamedPartyCodec,
    issuedBy: NamedPartyCodec,
    issuedOn: LocalDate,
    recordedAt: Instant,
    revokedOn: nullable(LocalDate),
    lastUsedAt: nullable(t.string),
  },
  'Token',
);
