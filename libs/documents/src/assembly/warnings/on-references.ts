import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { warningFrom } from './warning-on.ts';

/** References whose number is left open, or may be an older plan's: titles show whether there was one. */
export const onReferences = ({
  actions,
  crossReferences,
}: Pick<ProposedPlan, 'actions' | 'crossReferences'>): ReadonlyArray<Warning> => {
  const all = [...actions.flatMap((action) => action.crossReferences), ...crossReferences];
  const wasRenumbered = actions.some(({ knownAs }) => knownAs.length > 0);
  return all.flatMap(({ asWritten, to, from }) => {
    if (/^appendi/i.test(asWritten) && to === undefined) {
      return [warningFrom(from, 'Points to an appendix whose number is left open.')];
    }
    return wasRenumbered && /\bno\.?\s*\d/i.test(asWritten)
      ? [warningFrom(from, 'Points to a number that may be of an older plan: kept as written.')]
      : [];
  });
};
