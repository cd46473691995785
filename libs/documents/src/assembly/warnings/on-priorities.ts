import type { Finding } from '../../outline/finding.ts';
import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { listFound } from '../grouping.ts';
import { warningFrom, warningOn } from './warning-on.ts';

type Structure = Pick<ProposedPlan, 'actions' | 'priorities' | 'narratives'>;

/** A priority whose lines are no actions, in a plan where others have some, is worth a second look. */
const withoutActions = ({ actions, priorities, narratives }: Structure): ReadonlyArray<Warning> => {
  const haveActions = new Set(actions.map(({ under }) => under.priority));
  const haveText = new Set(
    narratives.filter(({ parts }) => parts.length > 0).map(({ under }) => under?.priority),
  );
  return priorities
    .filter(({ ref }) => actions.length > 0 && !haveActions.has(ref) && haveText.has(ref))
    .map(({ from }) =>
      warningFrom(
        from,
        'No line under this priority is labelled as an action: its sections and bullets are kept as narrative.',
      ),
    );
};

/** A heading that comes again with another title. */
const withOtherTitles = (
  findings: ReadonlyArray<Finding>,
  { priorities }: Structure,
): ReadonlyArray<Warning> => {
  const titles = new Map(priorities.map(({ ref, title }) => [ref, title]));
  return listFound(findings, 'priority')
    .filter(({ ref, title }) => title !== '' && title !== titles.get(ref))
    .map(({ ref, block }) =>
      warningOn(block, `Priority ${ref} has had another title, which is kept.`),
    );
};

export const onPriorities = (
  findings: ReadonlyArray<Finding>,
  plan: Structure,
): ReadonlyArray<Warning> => [...withoutActions(plan), ...withOtherTitles(findings, plan)];
