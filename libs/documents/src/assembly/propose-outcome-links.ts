import type { Finding } from '../outline/finding.ts';
import type { ProposedOutcomeLink } from '../proposal/proposed-plan.ts';
import { groupBy, listFound } from './grouping.ts';
import { originOf } from './origin-of.ts';

/** Priorities linked to outcomes of outside frameworks, as the document says or as the numbers suggest. */
export const proposeOutcomeLinks = (
  findings: ReadonlyArray<Finding>,
): ReadonlyArray<ProposedOutcomeLink> => {
  const outcomes = new Map(listFound(findings, 'outcome').map((found) => [found.key, found]));
  const titles = groupBy(listFound(findings, 'outcome title'), ({ key }) => key);
  return listFound(findings, 'outcome link').flatMap(({ key, priority, basis, block }) => {
    const outcome = outcomes.get(key);
    if (outcome === undefined) return [];
    const below = titles.get(key)?.[0]?.text ?? `${outcome.framework} ${outcome.ref ?? ''}`.trim();
    return [
      {
        priority,
        framework: outcome.framework,
        ...(outcome.ref === undefined ? {} : { ref: outcome.ref }),
        title: outcome.title === '' ? below : outcome.title,
        basis,
        from: originOf(block),
      },
    ];
  });
};
