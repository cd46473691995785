import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { longestText } from './words-of.ts';

type Words = Readonly<{ words: string; from: Origin }>;

const titled = (items: ReadonlyArray<Readonly<{ title: string; from: Origin }>>) =>
  items.map(({ title, from }): Words => ({ words: title, from }));

const texts = (items: ReadonlyArray<Readonly<{ text: string; from: Origin }>>) =>
  items.map(({ text, from }): Words => ({ words: text, from }));

/** Words that are too long to be kept whole as what they are: that they were cut is told. */
export const cutShort = (plan: ProposedPlan): ReadonlyArray<Warning> =>
  [
    ...titled([...plan.priorities, ...plan.themes, ...plan.enablers, ...plan.results]),
    ...titled(plan.actions),
    ...texts(plan.actions.flatMap(({ notes }) => notes)),
    ...texts([...plan.targets, ...plan.stories, ...plan.dataNeeds]),
  ]
    .filter(({ words }) => words.length > longestText)
    .map(({ words, from }) => ({
      block: from.block,
      line: from.line,
      ...placed(from),
      text: words.slice(0, 80),
      message: `Longer than ${longestText} characters: only so many of them are kept.`,
    }));
