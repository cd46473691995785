import {
  type ActionAnswer,
  type ActionPart,
  actionsInDocument,
  type PlanAnswer,
} from '@trackrecord/application';
import { worstFirst } from '../rating/rating-rank.ts';
import type { Grouping } from './plan-params.ts';
import { ownersInOrder } from './sort-actions.ts';

/** What a group of actions stands for. */
export type GroupOf =
  | Readonly<{ _tag: 'Priority'; ref: string }>
  | Readonly<{ _tag: 'Enabler'; ref: string }>
  | Readonly<{ _tag: 'Rating'; rating: string }>
  | Readonly<{ _tag: 'Owner'; name: string | null }>
  /** In no priority and no enabler. */
  | Readonly<{ _tag: 'Elsewhere' }>
  | Readonly<{ _tag: 'Everything' }>;

export type ActionGroup = Readonly<{ of: GroupOf; parts: ReadonlyArray<ActionPart> }>;

const collator = new Intl.Collator('en', { numeric: true });

const together = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<ActionPart> =>
  actions.length === 0 ? [] : [{ heading: null, actions }];

const byRating = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<ActionGroup> => {
  const groups = Map.groupBy(actions, ({ rating }) => rating);
  return worstFirst([...groups.keys()]).map((rating) => ({
    of: { _tag: 'Rating', rating },
    parts: together(groups.get(rating) ?? []),
  }));
};

/** An action of several owners stands under each of them; those of nobody come last. */
const byOwner = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<ActionGroup> => {
  const names = [...new Set(actions.flatMap(({ owners }) => owners.map(({ name }) => name)))];
  return [
    ...names.toSorted(collator.compare).map((name): ActionGroup => ({
      of: { _tag: 'Owner', name },
      parts: together(actions.filter(({ owners }) => owners.some((owner) => owner.name === name))),
    })),
    {
      of: { _tag: 'Owner', name: null },
      parts: together(actions.filter((action) => ownersInOrder(action).length === 0)),
    },
  ];
};

/**
 * Actions in groups, each group's in the order in which they came. As the document has them, every priority and
 * enabler is there, also without any action; other groups have at least one.
 */
export const groupActions = (
  plan: PlanAnswer,
  actions: ReadonlyArray<ActionAnswer>,
  grouping: Grouping,
): ReadonlyArray<ActionGroup> => {
  const there = ({ parts }: ActionGroup): boolean => parts.length > 0;
  switch (grouping) {
    case 'document':
      return actionsInDocument(plan, actions).filter(
        (group) => there(group) || group.of._tag !== 'Elsewhere',
      );
    case 'rating':
      return byRating(actions);
    case 'owner':
      return byOwner(actions).filter(there);
    case 'none':
      return [{ of: { _tag: 'Everything' as const }, parts: together(actions) }].filter(there);
  }
};
