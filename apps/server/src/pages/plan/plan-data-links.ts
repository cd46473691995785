import type { Link } from '@trackrecord/pages';
import type { AskedPlan } from '../asked-plan.ts';

/** A plan as data, on the page's dates. */
export const planDataLinks = ({ plan, link }: AskedPlan): ReadonlyArray<Link> => [
  { text: 'JSON', href: link(`/api/v1/plans/${plan}`) },
  { text: 'CSV', href: link(`/api/v1/plans/${plan}?format=csv`) },
];
