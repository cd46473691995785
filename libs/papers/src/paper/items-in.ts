import type { PaperAnswer } from '@trackrecord/application';
import { itemOf, planItems } from '../sheets/plan-items.ts';

type Of = Pick<PaperAnswer, 'plan'>;

/** What everything in a plan is called, by its subject. Assertions name an action by the first ref that it had. */
export const itemsIn = ({ plan }: Of): ReadonlyMap<string, string> =>
  planItems({
    plan,
    ids: new Map(plan.actions.map(({ ref, knownAs }) => [ref, knownAs[0] ?? ref])),
  });

/** Things whose words stand elsewhere in the paper, or that go by their number. */
const numbered = /^(?:priority|theme|result|enabler|target|action):/u;

/** What something in a plan is called in few words: "Theme 2.3", "Target b", "Indicator NI 112: Under 18 conceptions". */
export const shortItem = (items: ReadonlyMap<string, string>, subject: string): string => {
  const name = itemOf(items, subject);
  return numbered.test(subject) ? name.replace(/(?<=\S): [\s\S]*$/u, '') : name;
};
