import { changePlan, type MakeOrders, type OnPlan } from '@trackrecord/application';
import { planStanding } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type { FormKind, FormPlace } from './change-form.ts';

/** Forms that change a plan: what stands in it, and what actions stand under. */
export const planFormKind: FormKind<FormPlace, MakeOrders<OnPlan>> = {
  base: '/plans/:plan',
  subject: () => 'the plan',
  place: (_desk, _exchange, of) => E.right(of),
  caption: ({ asked }) => asked.answer.plan.title,
  since: () => null,
  words: () => null,
  standingHeading: 'As it stands today',
  standing: ({ asked }) => planStanding(asked.answer),
  trail: () => undefined,
  back: ({ asked }) => `/plans/${asked.plan}`,
  change: (desk, _of, change, make) => changePlan(desk)({ ...change, make }),
};
