import type { PlanAnswer } from '@trackrecord/application';

/** In how many months after the last one an update of an action so rated is due; 0 for never. */
export const monthsBetween = (
  { cadenceMonths, cadenceByRating }: Pick<PlanAnswer['plan'], 'cadenceMonths' | 'cadenceByRating'>,
  rating: string,
): number => cadenceByRating[rating] ?? cadenceMonths;
