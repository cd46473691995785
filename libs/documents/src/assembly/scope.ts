import type { Under } from '../proposal/under.ts';

/** How many results each priority has. */
export type ResultCounts = ReadonlyMap<string, number>;

/**
 * What list items are numbered within: the enabler, the result, the theme or the priority that they stand under.
 * Items that serve all results of their priority are the priority's; those that serve some are the first one's.
 */
export const scopeOf = (under: Under, results: ResultCounts): string => {
  if (under.target !== undefined) return under.target;
  if (under.action !== undefined) return under.action;
  if (under.enabler !== undefined) return under.enabler;
  const priority = under.priority ?? '';
  const [first] = under.results ?? [];
  if (first !== undefined && (under.results?.length ?? 0) !== results.get(priority)) return first;
  return under.theme ?? (priority === '' ? (first ?? '') : priority);
};

/** What is about all results of a priority is about the priority. */
export const widened = (under: Under, results: ResultCounts): Under => {
  const { results: served, ...wider } = under;
  return served !== undefined && served.length === results.get(under.priority ?? '')
    ? wider
    : under;
};
