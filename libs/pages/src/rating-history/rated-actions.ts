import type { ActionRatings, PlanAnswer } from '@trackrecord/application';
import { placeKey } from '../plan-places/plan-places.ts';

/** An action of a rating history with its place in the plan. */
export type RatedAction = ActionRatings & Readonly<{ place: string }>;

/** The actions of a rating history, each with its place; a withdrawn one's is known by its priority alone. */
export const ratedActions = (
  actions: ReadonlyArray<ActionRatings>,
  plan: Pick<PlanAnswer, 'actions'>,
): ReadonlyArray<RatedAction> => {
  const places = new Map(plan.actions.map((action) => [action.ref, placeKey(action)]));
  return actions.map((action) => ({
    ...action,
    place: (action.status === 'withdrawn' ? null : places.get(action.ref)) ?? action.priority ?? '',
  }));
};
