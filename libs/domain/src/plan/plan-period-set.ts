import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { Timescale } from '../timescale.ts';
import { plan, planPeriod } from './fields.ts';

export const PlanPeriodSet = defineEvent({
  type: 'PlanPeriodSet',
  summary: 'The period that a plan is for was set.',
  data: t.type({ period: Timescale }),
  says: ({ period }) => [planPeriod.says(plan, period)],
  example: { period: { asWritten: '2025 – 2028', earliest: '2025-01-01', latest: '2028-12-31' } },
});
