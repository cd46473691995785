import type { Block } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { listFound } from './grouping.ts';
import { onActions } from './warnings/on-actions.ts';
import { onDocument } from './warnings/on-document.ts';
import { onGlossary } from './warnings/on-glossary.ts';
import { onMeasures } from './warnings/on-measures.ts';
import { onNumbers } from './warnings/on-numbers.ts';
import { onPriorities } from './warnings/on-priorities.ts';
import { onRatings } from './warnings/on-ratings.ts';
import { onReferences } from './warnings/on-references.ts';
import { warningOn } from './warnings/warning-on.ts';

/** Everything that was uncertain, in the document's order. */
export const warnOf = (
  blocks: ReadonlyArray<Block>,
  findings: ReadonlyArray<Finding>,
  plan: Omit<ProposedPlan, 'warnings' | 'accounts'>,
  others: ReadonlyArray<Warning>,
): ReadonlyArray<Warning> =>
  [
    ...listFound(findings, 'warning').map(({ block, message }) => warningOn(block, message)),
    ...onRatings(findings),
    ...onNumbers(plan),
    ...onActions(plan),
    ...onReferences(plan),
    ...onMeasures(plan),
    ...onGlossary(findings, plan),
    ...onPriorities(findings, plan),
    ...onDocument(blocks, plan),
    ...others,
  ].sort((a, b) => a.block - b.block);
