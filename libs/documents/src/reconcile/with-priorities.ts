import { placed } from '../proposal/placed.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Under } from '../proposal/under.ts';
import type { Warning } from '../proposal/warning.ts';

type Heading = ProposedPlan['priorities'][number];

/** A plan whose actions stand under priorities, and what had to be taken for one. */
export type WithPriorities = Readonly<{ plan: ProposedPlan; warnings: ReadonlyArray<Warning> }>;

const takenFor = ({ ref, title, from }: Heading): Warning => ({
  block: from.block,
  line: from.line,
  ...placed(from),
  text: title.slice(0, 120),
  message: `No priority stands above ${ref}: taken for a priority itself.`,
});

/** Everything in a plan that stands under something, under something else. */
const moved = (plan: ProposedPlan, to: (under: Under) => Under): ProposedPlan => {
  const each = <A extends Readonly<{ under: Under }>>(items: ReadonlyArray<A>): ReadonlyArray<A> =>
    items.map((item) => ({ ...item, under: to(item.under) }));
  return {
    ...plan,
    actions: plan.actions.map((action) => {
      const under = to(action.under);
      return { ...action, under: { ...under, results: under.results ?? [] } };
    }),
    targets: each(plan.targets),
    indicators: each(plan.indicators),
    stories: each(plan.stories),
    dataNeeds: each(plan.dataNeeds),
    crossReferences: each(plan.crossReferences),
    narratives: plan.narratives.map((one) =>
      one.under === undefined ? one : { ...one, under: to(one.under) },
    ),
  };
};

const underTheme = ({ theme, ...under }: Under): Under =>
  theme === undefined ? under : { ...under, priority: theme };

const underResult = ({ results = [], ...under }: Under): Under => {
  const [first] = results;
  return first === undefined ? under : { ...under, priority: first };
};

const headed = (
  plan: ProposedPlan,
  headings: ReadonlyArray<Heading>,
  to: (under: Under) => Under,
): WithPriorities => ({
  plan: { ...moved(plan, to), priorities: headings },
  warnings: headings.map(takenFor),
});

const bare = ({ ref, title, from }: Heading): Heading => ({ ref, title, from });

const withHeadings = (plan: ProposedPlan): WithPriorities => {
  if (plan.priorities.length > 0) return { plan, warnings: [] };
  if (plan.themes.length > 0)
    return headed({ ...plan, themes: [] }, plan.themes.map(bare), underTheme);
  return plan.results.length > 0
    ? headed({ ...plan, results: [] }, plan.results.map(bare), underResult)
    : { plan, warnings: [] };
};

/**
 * A document that has themes or results but no priority: what its actions stand under is taken for one. An
 * outcome that serves a priority which the document does not have is told, and left.
 */
export const withPriorities = (proposed: ProposedPlan): WithPriorities => {
  const { plan, warnings } = withHeadings(proposed);
  const refs = new Set(plan.priorities.map(({ ref }) => ref));
  const [linked, loose] = [true, false].map((wanted) =>
    plan.outcomeLinks.filter(({ priority }) => refs.has(priority) === wanted),
  );
  return {
    plan: { ...plan, outcomeLinks: linked ?? [] },
    warnings: [
      ...warnings,
      ...(loose ?? []).map(({ priority, title, from }) => ({
        block: from.block,
        line: from.line,
        ...placed(from),
        text: title.slice(0, 120),
        message: `Serves priority ${priority}, which the document does not have: not linked.`,
      })),
    ],
  };
};
