import { listInWords } from '@trackrecord/kernel';
import { refAndTitle } from '@trackrecord/read-models';
import type { ActionAnswer } from './action-answer.ts';
import type { PlanAnswer } from './plan-answer.ts';

/** Actions below one small heading, or below none. */
export type ActionPart = Readonly<{
  heading: string | null;
  actions: ReadonlyArray<ActionAnswer>;
}>;

/** The actions of a priority, of an enabler, or of neither. */
export type PlaceOfActions = Readonly<{
  of:
    | Readonly<{ _tag: 'Priority'; ref: string }>
    | Readonly<{ _tag: 'Enabler'; ref: string }>
    /** In no priority and no enabler. */
    | Readonly<{ _tag: 'Elsewhere' }>;
  parts: ReadonlyArray<ActionPart>;
}>;

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
      return some.length === 0 ? [] : [{ heading: refAndTitle(ref, title), actions: some }];
    }),
  ];
};

/** Parts without a heading first: below a heading they would seem to belong to it. */
const headless = (parts: ReadonlyArray<ActionPart>): ReadonlyArray<ActionPart> => [
  ...parts.filter(({ heading }) => heading === null),
  ...parts.filter(({ heading }) => heading !== null),
];

/**
 * Actions as the plan's document has them: priority by priority, then the enablers, each with the small headings of its
 * themes or of the results that its actions serve; then, also where there are none, those under neither.
 */
export const actionsInDocument = (
  { priorities, enablers }: Pick<PlanAnswer, 'priorities' | 'enablers'>,
  actions: ReadonlyArray<ActionAnswer>,
): ReadonlyArray<PlaceOfActions> => {
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
    ...priorities.map((priority): PlaceOfActions => ({
      of: { _tag: 'Priority', ref: priority.ref },
      parts: headless(partsOf(priority, underPriority.get(priority.ref) ?? [])),
    })),
    ...enablers.map(({ ref }): PlaceOfActions => ({
      of: { _tag: 'Enabler', ref },
      parts: together(underEnabler.get(ref) ?? []),
    })),
    {
      of: { _tag: 'Elsewhere' },
      parts: together(actions.filter((action) => !placed.has(action))),
    },
  ];
};
