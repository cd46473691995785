import type { OwedAnswer, PlanAnswer, Question } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { withDates } from '../frame/date-query.ts';
import type { PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import type { OwedLine, OwedShown } from './owed-lines.ts';
import { type OwedGrouping, type OwedParams, owedQuery } from './owed-params.ts';
import type { LookUpAskedOwed, MayAbout } from './owed-row.ts';

/** All that a page of updates owed shows, and what it was asked. */
export type OwedPageOf = Readonly<{
  /** The plan whose page it is; `null` for all plans that whoever looks may read. */
  plan: Readonly<{ answer: PlanAnswer; may: PlanNavigationOf['may'] }> | null;
  /** Everything that is owed there. */
  debts: ReadonlyArray<OwedAnswer>;
  /** Of those the ones that are asked for. */
  shown: OwedShown;
  /** What the plans say whose lines are shown, by id. */
  plans: ReadonlyMap<string, PlanAnswer>;
  /** The parties of whoever looks: they, and their organisations. */
  own: ReadonlySet<string>;
  params: OwedParams;
  question: Question;
  /** Nothing can be done on a past date. */
  isToday: boolean;
  /** Whether there is any plan to owe something on, for whoever looks. */
  hasPlans: boolean;
  mayAbout: (line: OwedLine) => MayAbout;
  /** What was asked for by email, for whoever keeps the plan, today. */
  asked?: LookUpAskedOwed | undefined;
  errors: FormErrors;
}>;

/** The ways to group that a page offers. */
export const owedGroupingsOf = (isOnePlan: boolean): ReadonlyArray<OwedGrouping> =>
  isOnePlan ? ['party', 'priority', 'none'] : ['party', 'plan', 'none'];

/** The address of the page without anything that it is asked. */
export const owedPath = ({ plan }: OwedPageOf): string =>
  plan === null ? '/owed' : `/plans/${encodeURIComponent(plan.answer.plan.id)}/owed`;

/** The same page asked another way, on the same dates. */
export const owedHref =
  (of: OwedPageOf) =>
  (params: OwedParams): string => {
    const query = owedQuery(params);
    return withDates(`${owedPath(of)}${query === '' ? '' : `?${query}`}`, of.question);
  };
