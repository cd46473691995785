import type { Question } from '@trackrecord/application';
import { dateQuery, withDates } from '../frame/date-query.ts';
import { type PlanParams, planQuery } from './plan-params.ts';

/** Where a plan's page leads; every link keeps the dates. */
export type PlanLinks = Readonly<{
  /** The same page with other actions, or in another order. */
  shown: (params: PlanParams) => string;
  action: (ref: string) => string;
  /** Another page of the plan: "/owed". */
  within: (path: string) => string;
}>;

/** The links of a plan's page; what all actions' links have in common is worked out once. */
export const planLinks = (plan: string, question: Question): PlanLinks => {
  const base = `/plans/${encodeURIComponent(plan)}`;
  const dates = dateQuery(question);
  const ending = dates === '' ? '' : `?${dates}`;
  return {
    shown: (params) => {
      const query = planQuery(params);
      return withDates(query === '' ? base : `${base}?${query}`, question);
    },
    action: (ref) => `${base}/actions/${encodeURIComponent(ref)}${ending}`,
    within: (path) => withDates(`${base}${path}`, question),
  };
};
