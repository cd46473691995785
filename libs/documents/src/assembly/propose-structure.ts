import { wordsOf } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type {
  ProposedEnabler,
  ProposedPlan,
  ProposedPriority,
  ProposedTheme,
} from '../proposal/proposed-plan.ts';
import { groupBy, listFound, splitFirsts } from './grouping.ts';
import { originOf } from './origin-of.ts';

const byRef = ({ ref }: Readonly<{ ref: string }>): string => ref;

const proposePriorities = (findings: ReadonlyArray<Finding>): ReadonlyArray<ProposedPriority> => {
  const titles = groupBy(listFound(findings, 'priority title'), byRef);
  const statements = groupBy(listFound(findings, 'priority statement'), byRef);
  return splitFirsts(listFound(findings, 'priority'), byRef).firsts.map(({ ref, title, block }) => {
    const said = new Set(statements.get(ref)?.map(({ text }) => text));
    return {
      ref,
      title: title === '' ? (titles.get(ref)?.[0]?.text ?? wordsOf(block)) : title,
      // One may stand above the heading and another below it.
      ...(said.size === 0 ? {} : { statement: [...said].join('\n') }),
      from: originOf(block),
    };
  });
};

const proposeThemes = (findings: ReadonlyArray<Finding>): ReadonlyArray<ProposedTheme> =>
  splitFirsts(listFound(findings, 'theme'), byRef).firsts.map(
    ({ ref, title, priority, block }) => ({
      ref,
      title,
      ...(priority === undefined ? {} : { priority }),
      from: originOf(block),
    }),
  );

const proposeEnablers = (findings: ReadonlyArray<Finding>): ReadonlyArray<ProposedEnabler> =>
  splitFirsts(listFound(findings, 'enabler'), byRef).firsts.map(({ ref, title, block }) => ({
    ref,
    title: title === '' ? wordsOf(block) : title,
    from: originOf(block),
  }));

/** Priorities, themes and enablers: a heading that comes again is the same thing. */
export const proposeStructure = (
  findings: ReadonlyArray<Finding>,
): Pick<ProposedPlan, 'priorities' | 'themes' | 'enablers'> => ({
  priorities: proposePriorities(findings),
  themes: proposeThemes(findings),
  enablers: proposeEnablers(findings),
});
