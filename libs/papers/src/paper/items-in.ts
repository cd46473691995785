import type { PaperAnswer } from '@trackrecord/application';
import { planItems } from '../sheets/plan-items.ts';

/** What everything in a plan is called, by its subject. Assertions name an action by the first ref that it had. */
export const itemsIn = ({ plan }: Pick<PaperAnswer, 'plan'>): ReadonlyMap<string, string> =>
  planItems({
    plan,
    ids: new Map(plan.actions.map(({ ref, knownAs }) => [ref, knownAs[0] ?? ref])),
  });
