import type { PlanAnswer } from '@trackrecord/application';
import type { Way } from './plan-controls.ts';
import type { PlanLinks } from './plan-links.ts';

/** Ways to what a plan is made of, for `ways` of plan.njk: what can be added, and what can be reworded. */
export type StructureWays = Readonly<{ add: ReadonlyArray<Way>; reword: ReadonlyArray<Way> }>;

type StructureOf = Readonly<{
  answer: PlanAnswer;
  may: Readonly<{ manage: boolean }>;
  /** False on a past date. */
  mayChange: boolean;
}>;

/** Where actions, and what they stand under, are added and reworded; `null` where that may not be. */
export const structureWays = (
  { answer, may, mayChange }: StructureOf,
  links: PlanLinks,
): StructureWays | null => {
  const { plan, priorities, enablers } = answer;
  if (!may.manage || !mayChange || plan.status === 'closed') return null;
  const way = (text: string, path: string): Way => ({
    text,
    href: links.within(path),
    current: false,
    now: null,
  });
  const hasThemes = priorities.some(({ themes }) => themes.length > 0);
  return {
    add: [
      way('an action', '/actions/new'),
      way('a priority', '/priorities/new'),
      // A theme is one of a priority's.
      ...(priorities.length > 0 ? [way('a theme', '/themes/new')] : []),
      way('an enabler', '/enablers/new'),
    ],
    reword: [
      ...(priorities.length > 0 ? [way('a priority', '/priorities/reword')] : []),
      ...(hasThemes ? [way('a theme', '/themes/reword')] : []),
      ...(enablers.length > 0 ? [way('an enabler', '/enablers/reword')] : []),
    ],
  };
};
