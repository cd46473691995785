import { defineEvent } from '../event/define-event.ts';
import { account, accountRole } from './fields.ts';
import { roleKey, roleOnPlan, RoleOnPlan } from './role.ts';

export const RoleGranted = defineEvent({
  type: 'RoleGranted',
  summary: 'An account was given a role, on one plan or on every plan.',
  data: RoleOnPlan,
  says: ({ role, plan }) => [
    accountRole.says(account, roleKey(role, plan), roleOnPlan(role, plan)),
  ],
  example: { role: 'manager', plan: 'harbour' },
});
