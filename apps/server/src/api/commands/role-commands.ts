import { grantRole, revokeRole } from '@trackrecord/application';
import { PlanId, Role, RoleOnPlan } from '@trackrecord/domain';
import * as t from 'io-ts';
import { DoneCodec } from '../answers/done-codec.ts';
import { change } from '../change.ts';
import type { Endpoint } from '../endpoint.ts';
import { onAccount } from './on-account.ts';

const tag = 'Access';

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

/** Every change of what an account may do. */
export const roleEndpoints: ReadonlyArray<Endpoint> = [grant, revoke];
