import type { OwedAnswer, PlanAnswer, Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import { measureAnchor } from '../targets/target-rows.ts';
import { ukDate } from '../words/uk-date.ts';
import { lateness, reasonInWords } from './owed-row.ts';

/** Data that is owed, as the template takes it. */
export type DataRow = Readonly<{
  /** "Target", "Indicator", "Data need". */
  kind: string;
  title: string;
  href: string;
  /** "" where one plan alone is shown. */
  plan: string;
  why: string;
  since: string;
  late: string;
}>;

/** Where what lacks data is shown: its line on the page of targets, or the indicator's own page. */
const placeOf = ({ plan, about }: OwedAnswer, question: Question) => {
  const [kind = '', ...rest] = about.split(':');
  const ref = rest.join(':');
  const path = `/plans/${encodeURIComponent(plan)}`;
  if (kind === 'indicator')
    return {
      kind: 'Indicator',
      href: withDates(`${path}/indicators/${encodeURIComponent(ref)}`, question),
    };
  const isTarget = kind === 'target';
  const anchor = measureAnchor(isTarget ? 'target' : 'data-need', ref);
  return {
    kind: isTarget ? 'Target' : 'Data need',
    href: `${withDates(`${path}/targets`, question)}#${anchor}`,
  };
};

/** A target, an indicator or a data need that owes data, in words. */
export const dataRow =
  (plans: ReadonlyMap<string, PlanAnswer>, question: Question, severalPlans: boolean) =>
  (debt: OwedAnswer): DataRow => ({
    ...placeOf(debt, question),
    title: debt.title ?? '',
    plan: severalPlans ? (plans.get(debt.plan)?.plan.title ?? debt.plan) : '',
    why: reasonInWords(debt, null),
    since: ukDate(debt.since),
    late: lateness(debt.daysOverdue),
  });
