import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { filterActions } from './filter-actions.ts';
import type { PlanParams } from './plan-params.ts';
import { sortActions } from './sort-actions.ts';

/** The actions of a plan that are asked for, in the order that is asked for; withdrawn ones are not among them. */
export const actionsShown = (
  { actions }: PlanAnswer,
  params: PlanParams,
): ReadonlyArray<ActionAnswer> => sortActions(filterActions(actions, params), params.sort);
