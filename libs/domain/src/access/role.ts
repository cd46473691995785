import * as t from 'io-ts';
import { compoundKey } from '../compound-key.ts';
import { PlanId } from '../words.ts';

/** What somebody is to a plan: what each role may do is the application's table. */
export const Role = t.keyof(
  { reader: null, owner: null, manager: null, auditor: null, administrator: null },
  'Role',
);
export type Role = t.TypeOf<typeof Role>;

/** A role on one plan or, where none is named, on every plan that there is and will be. */
export const RoleOnPlan = t.intersection(
  [t.type({ role: Role }), t.partial({ plan: PlanId })],
  'RoleOnPlan',
);
export type RoleOnPlan = t.TypeOf<typeof RoleOnPlan>;

/** A role on a plan, and nothing besides. */
export const roleOnPlan = (role: Role, plan: PlanId | undefined): RoleOnPlan =>
  plan === undefined ? { role } : { role, plan };

/** The key of the register that a role on a plan has among an account's roles. */
export const roleKey = (role: Role, plan: PlanId | undefined): string => compoundKey(role, plan);
