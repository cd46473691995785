import { defineEvent } from '../event/define-event.ts';
import { account, accountRole } from './fields.ts';
import { roleKey, RoleOnPlan } from './role.ts';

export const RoleRevoked = defineEvent({
  type: 'RoleRevoked',
  summary: 'A role was taken from an account, as it was given: on one plan or on every plan.',
  data: RoleOnPlan,
  says: ({ role, plan }) => [accountRole.says(account, roleKey(role, plan), null)],
  example: { role: 'manager', plan: 'harbour' },
});
