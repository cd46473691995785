import type { Finding } from '../outline/finding.ts';
import type { ProposedCrossReference } from '../proposal/proposed-plan.ts';
import type { Under } from '../proposal/under.ts';
import { wordsOf } from '../document/block.ts';
import { originOf } from './origin-of.ts';
import { referencesIn } from './references-in.ts';
import { widened } from './scope.ts';
import type { Subjects } from './subjects.ts';

const underOf = (finding: Finding, subjects: Subjects): Under | undefined => {
  switch (finding.found) {
    case 'narrative':
      return finding.action === undefined
        ? finding.under
        : { ...finding.under, action: subjects.actions.get(finding.action) ?? '' };
    case 'story':
    case 'data need':
    case 'target':
      return widened(finding.under, subjects.results);
    case 'result':
    case 'result title':
      return { results: [finding.ref] };
    default:
      return undefined;
  }
};

/** Cross-references outside of actions' own words: the document's list, and what its prose points to. */
export const proposeCrossReferences = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedCrossReference> =>
  findings.flatMap((finding) => {
    const { block } = finding;
    if (finding.found === 'cross-reference') {
      return [
        { asWritten: finding.text, to: finding.text, under: finding.under, from: originOf(block) },
      ];
    }
    const under = underOf(finding, subjects);
    return under === undefined
      ? []
      : referencesIn(block, wordsOf(block)).map((reference) => ({ ...reference, under }));
  });
