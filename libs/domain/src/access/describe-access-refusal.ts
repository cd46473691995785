import type {
  AccountIsClosed,
  AccountIsOpen,
  LastAdministrator,
  RoleNotHeld,
  RoleOnEveryPlan,
  TokenIsRevoked,
} from '../refusals.ts';

type Refused =
  | LastAdministrator
  | AccountIsClosed
  | AccountIsOpen
  | RoleNotHeld
  | RoleOnEveryPlan
  | TokenIsRevoked;

const onWhichPlan = (plan: string | undefined): string =>
  plan === undefined ? 'on every plan' : `on the plan "${plan}"`;

/** What stands in the way of a change of who may do what. */
export const describeAccessRefusal = (refusal: Refused): string => {
  switch (refusal._tag) {
    case 'LastAdministrator':
      return 'This is the only administrator: make another one first, or nobody could say who may do what.';
    case 'AccountIsClosed':
      return 'The account is closed: reopen it first.';
    case 'AccountIsOpen':
      return 'The account is open already.';
    case 'RoleOnEveryPlan':
      return `The role ${refusal.role} counts on every plan: leave out the plan "${refusal.plan}".`;
    case 'RoleNotHeld':
      return `The role ${refusal.role} ${onWhichPlan(refusal.plan)} was not given: a role is taken away as it was given.`;
    case 'TokenIsRevoked':
      return `The token is revoked since ${refusal.since}.`;
  }
};
