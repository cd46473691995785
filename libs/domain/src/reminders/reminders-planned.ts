import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PlanId } from '../words.ts';
import { Asked, askedBefore, run, runOfPlan, Unreachable, unreachable } from './fields.ts';

export const RemindersPlanned = defineEvent({
  type: 'RemindersPlanned',
  summary: 'What is asked of whom on one day about one plan was fixed, at an ordinal of the log.',
  data: t.type({
    plan: PlanId,
    on: LocalDate,
    ordinal: Ordinal,
    askedBefore: t.readonlyArray(Asked),
    unreachable: t.readonlyArray(Unreachable),
  }),
  says: ({ plan, on, ordinal, askedBefore: before, unreachable: parties }) => [
    runOfPlan.says(run, { plan, on, ordinal }),
    askedBefore.says(run, before),
    unreachable.says(run, parties),
  ],
  example: { plan: 'harbour', on: '2026-06-30', ordinal: 812, askedBefore: [], unreachable: [] },
});
