import type { Finding } from '../outline/finding.ts';
import type { ProposedTerm } from '../proposal/proposed-plan.ts';
import { groupBy, listFound, splitFirsts } from './grouping.ts';
import { originOf } from './origin-of.ts';

/** Terms with their meanings, each once; `null` where the document leaves a meaning open. */
export const proposeGlossary = (findings: ReadonlyArray<Finding>): ReadonlyArray<ProposedTerm> => {
  const meanings = groupBy(listFound(findings, 'meaning'), ({ term }) => term);
  return splitFirsts(listFound(findings, 'term'), ({ term }) => term).firsts.map(
    ({ term, block }) => ({
      term,
      meaning: meanings.get(term)?.[0]?.meaning ?? null,
      from: originOf(block),
    }),
  );
};
