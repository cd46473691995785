import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { warningFrom } from './warning-on.ts';

/** Numbers that no action has, and numbers that several have. */
export const onNumbers = ({
  actions,
  missingNumbers,
  duplicates,
}: Pick<ProposedPlan, 'actions' | 'missingNumbers' | 'duplicates'>): ReadonlyArray<Warning> => {
  const byRef = new Map(actions.map((action) => [action.ref, action]));
  return [
    ...missingNumbers.flatMap((number) => {
      const before = byRef.get(String(number - 1));
      return before === undefined
        ? []
        : [warningFrom(before.from, `After this one no action has the number ${number}.`)];
    }),
    ...duplicates.map(({ number, ref, from }) =>
      warningFrom(
        from,
        `Another action has the number ${number} already: this one is called ${ref}.`,
      ),
    ),
  ];
};
