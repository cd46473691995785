import type { PlanId, Role } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { type Failure, notAuthorised } from '../failure.ts';
import type { Grant, Principal } from './principal.ts';

/**
 * What can be done to a plan: `read` it, `audit` it (its whole audit trail, exports of that, parties' details),
 * `update` its actions (rate, note, answer, "no change"), `manage` all of it; and, of every plan, `administer` who may
 * do what and `oversee` it: who was given which account, role and token, by whom and when.
 */
export type Capability = 'read' | 'audit' | 'oversee' | 'update' | 'manage' | 'administer';

/** To which actions of a plan a capability extends: all of them, or those that are one's own. */
type Extent = 'all' | 'own';

/** Which roles have which capability: the one place that says so. */
const table: Readonly<Record<Capability, Readonly<Partial<Record<Role, Extent>>>>> = {
  read: { reader: 'all', owner: 'all', manager: 'all', auditor: 'all', administrator: 'all' },
  audit: { manager: 'all', auditor: 'all', administrator: 'all' },
  update: { owner: 'own', manager: 'all', administrator: 'all' },
  manage: { manager: 'all', administrator: 'all' },
  administer: { administrator: 'all' },
  oversee: { auditor: 'all', administrator: 'all' },
};

type Granted = Pick<Principal, 'grants'>;

/** Whether a grant counts on a plan, or on every plan (`null`). */
const countsOn = (grant: Grant, plan: PlanId | null): boolean =>
  grant.plan === null || grant.plan === plan;

/** Whether somebody may do something on a plan, whatever it is about; with `null`: on every plan. */
export const mayOn = ({ grants }: Granted, capability: Capability, plan: PlanId | null): boolean =>
  grants.some((grant) => countsOn(grant, plan) && table[capability][grant.role] === 'all');

/** Whether somebody may do something to those actions of a plan that are theirs (see `owns`). */
export const mayOnTheirs = ({ grants }: Granted, capability: Capability, plan: PlanId): boolean =>
  grants.some((grant) => countsOn(grant, plan) && table[capability][grant.role] !== undefined);

/** The plans that somebody may read. */
export const plansReadableBy = ({ grants }: Granted): 'all' | ReadonlySet<PlanId> => {
  const readers = grants.filter(({ role }) => table.read[role] !== undefined);
  return readers.some(({ plan }) => plan === null)
    ? 'all'
    : new Set(readers.flatMap(({ plan }) => (plan === null ? [] : [plan])));
};

const inWords: Readonly<Record<Capability, string>> = {
  read: 'read',
  audit: 'see the whole audit trail of',
  update: 'update actions of',
  manage: 'change',
  administer: 'say who may do what on',
  oversee: 'see who was let in to',
};

const rolesWith = (capability: Capability): string =>
  Object.entries(table[capability])
    .map(([role, extent]) => (extent === 'own' ? `${role} (actions that are theirs)` : role))
    .join(', ')
    .replace(/, ([^,]*)$/u, ' or $1');

/** That somebody may not do something, with the roles that may. */
export const mayNot = (capability: Capability, plan: PlanId | null): Failure =>
  notAuthorised(
    `You may not ${inWords[capability]} ${plan === null ? 'every plan' : `the plan "${plan}"`}: that takes the role ${rolesWith(capability)}.`,
  );

/** Somebody who may do something on a plan, or on every plan (`null`); others are told who may. */
export const permitted =
  (capability: Capability, plan: PlanId | null) =>
  <Somebody extends Granted>(somebody: Somebody): E.Either<Failure, Somebody> =>
    mayOn(somebody, capability, plan) ? E.right(somebody) : E.left(mayNot(capability, plan));
