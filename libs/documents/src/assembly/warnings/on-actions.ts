import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { warningFrom } from './warning-on.ts';

/** Older numbers in titles, actions without a title, words that may ask for an update. */
export const onActions = ({
  actions,
  doubtfulRequests,
}: Pick<ProposedPlan, 'actions' | 'doubtfulRequests'>): ReadonlyArray<Warning> => [
  ...actions.flatMap(({ from, knownAs }) =>
    knownAs.map((number) =>
      warningFrom(
        from,
        `The number ${number} inside the title is read as an older plan's number of this action.`,
      ),
    ),
  ),
  ...actions
    .filter(({ title, label }) => title === label && label !== '')
    .map(({ from }) => warningFrom(from, 'An action without a title: its label stands for it.')),
  ...doubtfulRequests.map(({ from }) =>
    warningFrom(from, 'May ask for an update: not counted as a request.'),
  ),
];
