import type { Place, Subject } from '@trackrecord/domain';
import type { Under } from '../proposal/under.ts';
import { refOf, subjectNamed } from './words-of.ts';

/** An action's place by refs. */
export const placeOf = ({ priority, theme, enabler, results }: Under): Place => ({
  results: (results ?? []).map(refOf),
  ...(priority === undefined ? {} : { priority: refOf(priority) }),
  ...(theme === undefined ? {} : { theme: refOf(theme) }),
  ...(enabler === undefined ? {} : { enabler: refOf(enabler) }),
});

/**
 * The nearest thing that something stands under; the plan itself where it stands on its own. What serves
 * several results stands under what they have in common.
 */
export const nearest = (under: Under, actionId: (ref: string) => string): Subject => {
  const [result, ...others] = under.results ?? [];
  if (under.target !== undefined) return subjectNamed('target', under.target);
  if (under.action !== undefined) return subjectNamed('action', actionId(under.action));
  if (result !== undefined && others.length === 0) return subjectNamed('result', result);
  if (under.theme !== undefined) return subjectNamed('theme', under.theme);
  if (under.enabler !== undefined) return subjectNamed('enabler', under.enabler);
  return under.priority === undefined
    ? subjectNamed('plan', '')
    : subjectNamed('priority', under.priority);
};
