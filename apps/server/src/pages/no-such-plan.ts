import { type Failure, missing } from '@trackrecord/application';

/** A plan that is not there: how its id is meant to look is told as well, since it may be a slip of the pen. */
export const noSuchPlan = (named: string): Failure =>
  missing(`There is no plan "${named}". The list of plans shows those that there are.`, 'plan');
