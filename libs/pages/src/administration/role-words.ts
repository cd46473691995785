import type { PlanId, Role } from '@trackrecord/domain';
import type { Grant } from '@trackrecord/application';

/** What somebody with a role does, for whoever gives it. */
export const roleHints: Readonly<Record<Role, string>> = {
  reader: 'Reads plans on any date.',
  owner: 'Reads, and updates the actions that are theirs.',
  manager: 'Keeps the plan: imports, rates, assigns, asks for updates, holds reviews.',
  auditor: 'Reads and exports all of the history; changes nothing.',
  administrator: 'Keeps accounts, roles and tokens, and may do everything. On every plan.',
};

/** The roles, the one that may least first. */
export const rolesInOrder: ReadonlyArray<Role> = [
  'reader',
  'owner',
  'auditor',
  'manager',
  'administrator',
];

export const roleItems = rolesInOrder.map((role) => ({
  value: role,
  text: `${role.charAt(0).toUpperCase()}${role.slice(1)}`,
  hint: roleHints[role],
}));

/** A plan as a form offers it. */
export type PlanChoice = Readonly<{ id: string; title: string }>;

const titleOf = (plans: ReadonlyArray<PlanChoice>, plan: PlanId): string =>
  plans.find(({ id }) => id === plan)?.title ?? plan;

/** "Manager of Harbour Children’s Plan", "Auditor of every plan", "Administrator". */
export const grantInWords = (plans: ReadonlyArray<PlanChoice>, { role, plan }: Grant): string => {
  const called = `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
  if (role === 'administrator') return called;
  return `${called} of ${plan === null ? 'every plan' : titleOf(plans, plan)}`;
};

export const planItems = (plans: ReadonlyArray<PlanChoice>) =>
  plans.map(({ id, title }) => ({ value: id, text: title === id ? id : `${title} (${id})` }));
