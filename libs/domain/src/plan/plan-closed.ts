import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { plan, planStatus } from './fields.ts';

export const PlanClosed = defineEvent({
  type: 'PlanClosed',
  summary: 'A plan ended: nothing is owed on it any more.',
  data: t.type({}),
  says: () => [planStatus.says(plan, 'closed')],
  example: {},
});
