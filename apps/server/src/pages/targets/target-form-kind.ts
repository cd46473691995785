import {
  changePlan,
  type Failure,
  type MakeOrders,
  missing,
  type OnPlan,
  type PlanAnswer,
} from '@trackrecord/application';
import { Ref } from '@trackrecord/domain';
import { itemOf, planItems, targetName, targetStanding } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type { FormKind, FormPlace } from '../change/change-form.ts';
import { planFormKind } from '../change/plan-form-kind.ts';

type Target = PlanAnswer['targets'][number];
type DataNeed = PlanAnswer['dataNeeds'][number];

export type TargetPlace = FormPlace & Readonly<{ target: Omit<Target, 'ref'> & { ref: Ref } }>;
export type DataNeedPlace = FormPlace & Readonly<{ need: Omit<DataNeed, 'ref'> & { ref: Ref } }>;

const targetsOf = ({ asked }: FormPlace): string => `/plans/${asked.plan}/targets`;

const notThere = (kind: string, ref: string, field: string): Failure =>
  missing(
    `The plan has no ${kind} “${ref.slice(0, 80)}”. Its targets and data needs are listed at the plan.`,
    field,
  );

/** Forms that bring in targets and data needs. */
export const measuresFormKind: FormKind<FormPlace, MakeOrders<OnPlan>> = {
  ...planFormKind,
  subject: () => 'targets and data needs',
  caption: () => 'Targets and data needs',
  back: targetsOf,
};

/** Forms that change one target of a plan. */
export const targetFormKind: FormKind<TargetPlace, MakeOrders<OnPlan>> = {
  base: '/plans/:plan/targets/:target',
  subject: () => 'the target',
  place: (_desk, { params }, of) => {
    const found = of.asked.answer.targets.find(({ ref }) => ref === params['target']);
    return found !== undefined && Ref.is(found.ref)
      ? E.right({ ...of, target: { ...found, ref: found.ref } })
      : E.left(notThere('target', params['target'] ?? '', 'target'));
  },
  caption: ({ target }) => targetName(target),
  since: () => null,
  words: ({ target }) => target.words,
  standingHeading: 'As it stands today',
  standing: ({ asked, target }) =>
    targetStanding(target, itemOf(planItems(asked.answer), target.under)),
  trail: ({ target }) => `target:${target.ref}`,
  back: targetsOf,
  change: (desk, _of, change, make) => changePlan(desk)({ ...change, make }),
};

/** Forms that change one data need of a plan. */
export const dataNeedFormKind: FormKind<DataNeedPlace, MakeOrders<OnPlan>> = {
  base: '/plans/:plan/data-needs/:need',
  subject: () => 'the data need',
  place: (_desk, { params }, of) => {
    const found = of.asked.answer.dataNeeds.find(({ ref }) => ref === params['need']);
    return found !== undefined && Ref.is(found.ref)
      ? E.right({ ...of, need: { ...found, ref: found.ref } })
      : E.left(notThere('data need', params['need'] ?? '', 'need'));
  },
  caption: () => 'Data need',
  since: () => null,
  words: ({ need }) => need.words,
  standingHeading: 'As it stands today',
  standing: ({ asked, need }) => targetStanding(need, itemOf(planItems(asked.answer), need.under)),
  trail: ({ need }) => `dataNeed:${need.ref}`,
  back: targetsOf,
  change: (desk, _of, change, make) => changePlan(desk)({ ...change, make }),
};
