import { JsonNumber } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { cadenceMonths, plan } from './fields.ts';

export const UpdateCadenceSet = defineEvent({
  type: 'UpdateCadenceSet',
  summary: 'How often each action is to be updated was set, in calendar months.',
  data: t.type({ months: JsonNumber }),
  says: ({ months }) => [cadenceMonths.says(plan, months)],
  example: { months: 3 },
});
