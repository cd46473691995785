import type { ActionAnswer, PlanAnswer } from '@trackrecord/application';
import { worstFirst } from '../rating/rating-rank.ts';
import { listInWords } from '../words/list-in-words.ts';
import type { Grouping } from './plan-params.ts';
import { ownersInOrder } from './sort-actions.ts';

/** Actions below one small heading, or below none. */
export type ActionPart = Readonly<{
  heading: string | null;
  actions: ReadonlyArray<ActionAnswer>;
}>;

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

const resultsKey = ({ under }: ActionAnswer): string => under.results.join('\n');

/** Actions that serve the same results stand together, in the order in which the first of them came. */
const byResults = (actions: ReadonlyArray<ActionAnswer>): ReadonlyArray<ActionPart> =>
  [...Map.groupBy(actions, resultsKey).values()].map((some) => {
    const results = some[0]?.under.results ?? [];
    return {
      heading:
        results.length === 0
          ? null
          : `For ${results.length === 1 ? 'result' : 'results'} ${listInWords(results, 'and')}`,
      actions: some,
    };
  });

type Priority = PlanAnswer['priorities'][number];

/** A priority's own actions first, then theme by theme, or by the results that they serve. */
const partsOf = (
  { themes }: Priority,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<ActionPart> => {
  const known = new Set(themes.map(({ ref }) => ref));
  const own = actions.filter(({ under }) => under.theme === null || !known.has(under.theme));
  return [
    ...byResults(own),
    ...themes.flatMap(({ ref, title }) => {
      const some = actions.filter(({ under }) => under.theme === ref);
      return some.length === 0 ? [] : [{ heading: `${ref} ${title}`, actions: some }];
    }),
  ];
};

/** Parts without a heading first: below a heading they would seem to belong to it. */
const headless = (parts: ReadonlyArray<ActionPart>): ReadonlyArray<ActionPart> => [
  ...parts.filter(({ heading }) => heading === null),
  ...parts.filter(({ heading }) => heading !== null),
];

const asInDocument = (
  { priorities, enablers }: PlanAnswer,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<ActionGroup> => {
  const underPriority = Map.groupBy(actions, ({ under }) => under.priority);
  const underEnabler = Map.groupBy(actions, ({ under }) =>
    under.priority === null ? under.enabler : null,
  );
  const placed = new Set(
    [...priorities.map(({ ref }) => underPriority.get(ref) ?? [])]
      .concat(enablers.map(({ ref }) => underEnabler.get(ref) ?? []))
      .flat(),
  );
  return [
    ...priorities.map((priority): ActionGroup => ({
      of: { _tag: 'Priority', ref: priority.ref },
      parts: headless(partsOf(priority, underPriority.get(priority.ref) ?? [])),
    })),
    ...enablers.map(({ ref }): ActionGroup => ({
      of: { _tag: 'Enabler', ref },
      parts: together(underEnabler.get(ref) ?? []),
    })),
    {
      of: { _tag: 'Elsewhere' },
      parts: together(actions.filter((action) => !placed.has(action))),
    },
  ];
};

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
      return asInDocument(plan, actions).filter(
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
