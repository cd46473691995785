import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Text } from '../words.ts';
import { plan, planTitle } from './fields.ts';

export const PlanRenamed = defineEvent({
  type: 'PlanRenamed',
  summary: 'A plan was given another title.',
  data: t.type({ title: Text }),
  says: ({ title }) => [planTitle.says(plan, title)],
  example: { title: 'Harbour Children and Young People’s Plan' },
});
