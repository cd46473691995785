import type { Finding } from '../outline/finding.ts';
import type { ProposedResult } from '../proposal/proposed-plan.ts';
import { readMeasure } from '../recognisers/measure.ts';
import { groupBy, listFound, splitFirsts } from './grouping.ts';
import { originOf } from './origin-of.ts';

/** Results, with the baseline, target and time that their words give. */
export const proposeResults = (findings: ReadonlyArray<Finding>): ReadonlyArray<ProposedResult> => {
  const titles = groupBy(listFound(findings, 'result title'), ({ ref }) => ref);
  return splitFirsts(listFound(findings, 'result'), ({ ref }) => ref).firsts.map((found) => {
    const { ref, label, priority, block } = found;
    const title = found.title === '' ? (titles.get(ref)?.[0]?.text ?? label) : found.title;
    return {
      ref,
      label,
      title,
      ...(priority === undefined ? {} : { priority }),
      ...readMeasure(title),
      from: originOf(block),
    };
  });
};
