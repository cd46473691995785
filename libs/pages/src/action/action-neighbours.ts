import type { PlanAnswer } from '@trackrecord/application';
import { byRef } from '@trackrecord/read-models';

type Neighbour = Readonly<{ ref: string; title: string }>;

/** The actions before and after one, in the order of their refs; withdrawn ones are passed over. */
export const neighboursOf = (
  { actions }: Pick<PlanAnswer, 'actions'>,
  ref: string,
): Readonly<{ previous: Neighbour | null; next: Neighbour | null }> => {
  const others = actions.filter((one) => one.ref !== ref);
  const after = others.findIndex((one) => byRef(one, { ref }) > 0);
  const place = after === -1 ? others.length : after;
  return { previous: others[place - 1] ?? null, next: others[place] ?? null };
};
