import type { ActionJson, ChangesJson, OwedJson, PlanJson } from './answers.ts';

/** The refs of a plan's actions that have a rating. */
export const rated = ({ actions }: PlanJson, rating: string): ReadonlyArray<string> =>
  actions.filter((action) => action.rating === rating).map(({ ref }) => ref);

/** One action of a plan. */
export const actionOf = ({ actions }: PlanJson, ref: string): ActionJson => {
  const found = actions.find((action) => action.ref === ref);
  if (found === undefined) throw new Error(`there is no action ${ref}`);
  return found;
};

/** The refs of a kind of change. */
export const changed = ({ changes }: ChangesJson, kind: string): ReadonlyArray<string> =>
  changes.filter((change) => change.kind === kind).map(({ ref }) => ref);

/** The debts of one reason, as the action and who owes it; `null` where nobody is named. */
export const owedBecause = (
  owed: OwedJson,
  reason: string,
): ReadonlyArray<readonly [string | null, string | null]> =>
  owed
    .filter((one) => one.reason === reason)
    .map(({ action, party }) => [action, party?.name ?? null]);
