import { IndicatorId, type PlanId } from '@trackrecord/domain';
import { shortened, slugOf } from './words-of.ts';

/** An id has 80 characters: so many of the plan, two hyphens, so many of the title. */
const [mostOfPlan, mostOfTitle] = [40, 38];

/** What stands between a plan and what its own indicator is called. */
const between = '--';

/**
 * The id of an indicator. A coded indicator is the same one in every plan; one without a code is its plan's
 * own. No slug has two hyphens together, so where the plan's id ends and the title begins is never in doubt.
 */
export const indicatorIdIn =
  (plan: PlanId) =>
  ({ code, title }: Readonly<{ code?: string; title: string }>): IndicatorId => {
    const id =
      code === undefined
        ? `${shortened(plan, mostOfPlan)}${between}${slugOf(title, mostOfTitle)}`
        : slugOf(code);
    if (IndicatorId.is(id)) return id;
    throw new Error(`${id} is no indicator id`);
  };

/** Whether an indicator may be any plan's: it has a code. */
export const isSharedIndicator = (id: string): boolean => !id.includes(between);

/** Whether an indicator without a code is this plan's own. */
export const isOwnIndicatorOf =
  (plan: PlanId) =>
  (id: string): boolean =>
    !isSharedIndicator(id) && id.slice(0, id.lastIndexOf(between)) === shortened(plan, mostOfPlan);
