import type { Finding } from '../../outline/finding.ts';
import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { listFound, splitFirsts } from '../grouping.ts';
import { warningFrom, warningOn } from './warning-on.ts';

/** Terms without a meaning, and terms that come twice. */
export const onGlossary = (
  findings: ReadonlyArray<Finding>,
  { glossary }: Pick<ProposedPlan, 'glossary'>,
): ReadonlyArray<Warning> => [
  ...glossary
    .filter(({ meaning }) => meaning === null)
    .map(({ from }) => warningFrom(from, 'A term whose meaning is left open.')),
  ...splitFirsts(listFound(findings, 'term'), ({ term }) => term).repeats.map(({ block }) =>
    warningOn(block, 'A term that the glossary has already.'),
  ),
];
