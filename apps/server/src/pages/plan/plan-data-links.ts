import { isFiltered, type Link, type PlanParams, planQuery, usualParams } from '@trackrecord/pages';
import type { AskedPlan } from '../asked-plan.ts';

/** A plan as data, on the page's dates. As a table: the actions that the page shows, in its order. */
export const planDataLinks = (
  { plan, link }: Pick<AskedPlan, 'plan' | 'link'>,
  params: PlanParams = usualParams,
): ReadonlyArray<Link> => [
  { text: 'JSON', href: link(`/api/v1/plans/${plan}`) },
  {
    text: 'CSV',
    href: isFiltered(params)
      ? link(`/plans/${plan}/actions.csv?${planQuery(params)}`)
      : link(`/api/v1/plans/${plan}?format=csv`),
  },
];
