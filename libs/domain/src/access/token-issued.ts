import { Sha256 } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartyId, PlanId, TokenName } from '../words.ts';
import { token, tokenDigest, tokenExists, tokenName, tokenParty, tokenRole } from './fields.ts';
import { Role, roleOnPlan } from './role.ts';

export const TokenIssued = defineEvent({
  type: 'TokenIssued',
  summary: 'A program was given a token with one role; of its secret only the digest is kept.',
  data: t.intersection([
    t.type({ name: TokenName, role: Role, party: PartyId, digest: Sha256 }),
    t.partial({ plan: PlanId }),
  ]),
  says: ({ name, role, plan, party, digest }) => [
    tokenExists.says(token, true),
    tokenName.says(token, name),
    tokenRole.says(token, roleOnPlan(role, plan)),
    tokenParty.says(token, party),
    tokenDigest.says(token, digest),
  ],
  example: {
    name: 'Quarterly figures',
    role: 'auditor',
    plan: 'harbour',
    party: 'p-4c1f',
    digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});
