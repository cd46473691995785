import type { ActionAnswer } from '@trackrecord/application';
import { byRef } from '@trackrecord/read-models';
import { ratingRank } from '../rating/rating-rank.ts';
import type { PlanParams, SortKey } from './plan-params.ts';

type Key = string | number | null;

/** Leads before supporters, each by name. */
export const ownersInOrder = ({ owners }: ActionAnswer): ActionAnswer['owners'] =>
  owners.toSorted((a, b) =>
    a.role === b.role ? a.name.localeCompare(b.name, 'en') : a.role === 'lead' ? -1 : 1,
  );

const keyOf: Readonly<Record<SortKey, (action: ActionAnswer) => Key>> = {
  ref: () => 0,
  rating: ({ rating }) => ratingRank(rating),
  updated: ({ lastUpdatedOn }) => lastUpdatedOn,
  timescale: ({ timescale }) => timescale?.latest ?? timescale?.earliest ?? null,
  owner: (action) => ownersInOrder(action)[0]?.name.toLocaleLowerCase('en') ?? null,
};

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Actions in the order that is asked for; those that are alike by their refs. What has none (no rating, no owner, no
 * date) comes last either way about: it is neither first nor worst.
 */
export const sortActions = (
  actions: ReadonlyArray<ActionAnswer>,
  { by, direction }: PlanParams['sort'],
): ReadonlyArray<ActionAnswer> => {
  const turn = direction === 'ascending' ? 1 : -1;
  const inOrder = (a: readonly [Key, ActionAnswer], b: readonly [Key, ActionAnswer]): number => {
    if (a[0] === null || b[0] === null) {
      if (a[0] !== b[0]) return a[0] === null ? 1 : -1;
      return byRef(a[1], b[1]);
    }
    return compare(a[0], b[0]) * turn || byRef(a[1], b[1]) * (by === 'ref' ? turn : 1);
  };
  return actions
    .map((action) => [keyOf[by](action), action] as const)
    .toSorted(inOrder)
    .map(([, action]) => action);
};
