import type { IndicatorListed, PlanAnswer, Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { indicatorPath, itemOf, planItems, type PlanItem } from '../measures/plan-items.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byPlace, planPlaces, type PlanPlace } from '../plan-places/plan-places.ts';
import { byNow } from '../words/by-now.ts';
import { count } from '../words/count.ts';
import { type Headline, headlineOf } from './headline-of.ts';
import { latestComparators } from './latest-comparators.ts';

/** The indicators of a plan. */
export type IndicatorsPageOf = Readonly<{
  plan: PlanAnswer;
  indicators: ReadonlyArray<IndicatorListed>;
  question: Question;
  may: PlanNavigationOf['may'];
  /** Whether whoever looks may change them; never on a past date. */
  mayChange: boolean;
}>;

type Row = Readonly<{
  id: string;
  code: string;
  title: string;
  href: string;
  /** Where that is not just what the group is of. */
  measures: string;
  baseline: string;
  latest: Headline | null;
  comparators: ReadonlyArray<string>;
  record: Link | null;
}>;

const rowOf =
  ({ plan, question, mayChange }: IndicatorsPageOf, items: ReadonlyMap<string, PlanItem>) =>
  (indicator: IndicatorListed, place: PlanPlace): Row => {
    const { id, definition, under, baseline } = indicator;
    const path = indicatorPath(plan.plan.id, id);
    const measures = under.map((subject) => itemOf(items, subject).short).join(', ');
    return {
      id,
      code: definition.code ?? '',
      title: definition.title ?? id,
      href: withDates(path, question),
      measures: measures === place.short ? '' : measures,
      baseline: baseline?.asWritten ?? '',
      latest: headlineOf(indicator),
      comparators: latestComparators(indicator),
      record: mayChange ? { text: 'Record a value', href: `${path}/record` } : null,
    };
  };

type Group = PlanPlace & Readonly<{ rows: ReadonlyArray<Row> }>;

/** Under the priority of the first thing that each measures. */
const groupsOf = (of: IndicatorsPageOf): ReadonlyArray<Group> => {
  const items = planItems(of.plan);
  const made = rowOf(of, items);
  return byPlace(
    planPlaces(of.plan),
    of.indicators,
    ({ under }) => itemOf(items, under[0] ?? '').place,
  ).map(({ place, things }) => ({ ...place, rows: things.map((one) => made(one, place)) }));
};

const summaryOf = ({ indicators }: IndicatorsPageOf): string => {
  const observed = indicators.filter((one) => one.observed.length > 0).length;
  const all = count(indicators.length, 'indicator');
  if (observed === 0) return `${all}. No values are recorded yet.`;
  return observed === indicators.length
    ? `${all}, each with values.`
    : `${all}, ${observed} of them with values.`;
};

/** The page: its title for the frame, and its content. */
export const indicatorsPage = (
  of: IndicatorsPageOf,
): Readonly<{ title: string; content: string }> => {
  const { plan, question, may, mayChange } = of;
  const define: ReadonlyArray<Link> =
    mayChange && plan.plan.status === 'open'
      ? [
          {
            text: 'Add an indicator',
            href: `/plans/${encodeURIComponent(plan.plan.id)}/indicators/new`,
          },
        ]
      : [];
  return {
    title: `Indicators of ${plan.plan.title}`,
    content: renderTemplate('indicators/indicators.njk', {
      navigation: planNavigation({ plan: plan.plan, current: 'indicators', question, may }),
      plan: plan.plan.title,
      summary: summaryOf(of),
      groups: groupsOf(of),
      todayHref:
        may.manage && !mayChange ? `/plans/${encodeURIComponent(plan.plan.id)}/indicators` : null,
      buttons: of.indicators.length === 0 ? [] : define,
      empty:
        of.indicators.length > 0
          ? null
          : {
              text: `The plan uses no indicators ${byNow(question)}`,
              hint: 'They come with the documents that are imported, or by hand: what the plan measures itself by.',
              links: define,
            },
    }),
  };
};
