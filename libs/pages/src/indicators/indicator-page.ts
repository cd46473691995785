import type { IndicatorInFull, PlanAnswer, Question } from '@trackrecord/application';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { indicatorPath, planItems } from '../measures/plan-items.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { dataNeedRow, targetRow } from '../targets/target-rows.ts';
import { byNow } from '../words/by-now.ts';
import { indicatorChart } from './indicator-chart.ts';
import { indicatorFacts, storiesOf } from './indicator-facts.ts';
import { valueEntries } from './indicator-history.ts';
import { indicatorLinks, type IndicatorLinks } from './indicator-links.ts';
import type { IndicatorParams } from './indicator-params.ts';
import { valuesView, type ValuesView } from './indicator-values.ts';

/** One indicator of a plan. */
export type IndicatorPageOf = Readonly<{
  plan: PlanAnswer;
  indicator: IndicatorInFull;
  question: Question;
  params: IndicatorParams;
  may: PlanNavigationOf['may'];
  /** Whether whoever looks may change it; never on a past date. */
  mayChange: boolean;
}>;

/** How many entries of the history are seen before the others are opened. */
const shownEntries = 12;

const collator = new Intl.Collator('en', { numeric: true });

const several = (values: ReadonlyArray<string | null>): ReadonlyArray<string> => {
  const some = [...new Set(values)].filter((one) => one !== null);
  return some.toSorted((a, b) => collator.compare(a, b));
};

/** Where the choice is sent, and the dates that it keeps. */
const withoutPlace = (href: string) => {
  const [path = '', query = ''] = href.split('?');
  return {
    path,
    kept: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
  };
};

/** Which places and breakdowns there are to choose from; a choice of one is none. */
const filterOf = (
  { series, definition }: IndicatorInFull,
  params: IndicatorParams,
  links: IndicatorLinks,
) => {
  const { path: action, kept } = withoutPlace(links.here(''));
  const places = several(series.map(({ geography }) => geography ?? definition.geography));
  const breakdowns = several(series.map(({ breakdown }) => breakdown));
  const choices = (all: ReadonlyArray<string>) => all.map((value) => ({ value, text: value }));
  const isChosen = params.geography !== null || params.breakdown !== null;
  return places.length < 2 && breakdowns.length < 1 && !isChosen
    ? null
    : {
        action,
        kept,
        places: places.length < 2 && params.geography === null ? [] : choices(places),
        breakdowns: choices(breakdowns),
        geography: params.geography ?? '',
        breakdown: params.breakdown ?? '',
        isChosen,
        clearHref: links.here(''),
      };
};

const buttonsOf = ({ form }: IndicatorLinks): ReadonlyArray<Link> =>
  form === null
    ? []
    : [
        { text: 'Record a value', href: form('record') },
        { text: 'Record a value to compare with', href: form('comparator') },
        { text: 'Describe the indicator', href: form('define') },
      ];

const emptyOf = (
  { indicator: { series }, question }: IndicatorPageOf,
  { periods }: ValuesView,
  links: IndicatorLinks,
) => {
  if (periods.length > 0) return null;
  return series.length > 0
    ? {
        text: 'No value is of this place and breakdown',
        hint: '',
        links: [{ text: 'Show all values', href: links.here('') }],
      }
    : {
        text: `No values are recorded ${byNow(question)}`,
        hint: 'A value is for a period: a year, a quarter, a school year. A chart is drawn once there are two.',
        links: buttonsOf(links).slice(0, 1),
      };
};

/** The page: its title for the frame, and its content. It holds nothing of one visitor but what they may. */
export const indicatorPage = (
  of: IndicatorPageOf,
): Readonly<{ title: string; content: string }> => {
  const { plan, indicator, question, params, may, mayChange } = of;
  const { definition, id } = indicator;
  const items = planItems(plan);
  const links = indicatorLinks(plan.plan.id, id, question, mayChange);
  const values = valuesView(indicator, params, links);
  const rowLinks = {
    dated: links.dated,
    form: mayChange ? (path: string) => `/plans/${encodeURIComponent(plan.plan.id)}${path}` : null,
  };
  const title = definition.title ?? id;
  const entries = valueEntries(indicator, links);
  return {
    title: `${title} – ${plan.plan.title}`,
    content: renderTemplate('indicators/indicator.njk', {
      navigation: planNavigation({ plan: plan.plan, current: 'indicators', question, may }),
      caption:
        definition.code === null || definition.code === title
          ? 'Indicator'
          : `Indicator ${definition.code}`,
      title,
      facts: indicatorFacts(indicator, items, links),
      stories: storiesOf(indicator, plan),
      storyHref: links.form === null ? null : links.form('story'),
      values,
      chart: indicatorChart(indicator, values),
      filter: filterOf(indicator, params, links),
      todayHref: may.manage && !mayChange ? indicatorPath(plan.plan.id, id) : null,
      buttons: indicator.series.length === 0 ? buttonsOf(links).slice(1) : buttonsOf(links),
      empty: emptyOf(of, values, links),
      noStory: `No story is told ${byNow(question)}.`,
      targets: indicator.targets.map(targetRow(items, indicator.asOf, rowLinks)),
      targetsOfItems: indicator.targetsOfItems.map(targetRow(items, indicator.asOf, rowLinks)),
      dataNeeds: indicator.dataNeeds.map(dataNeedRow(items, indicator.asOf, rowLinks)),
      entries: { first: entries.slice(0, shownEntries), more: entries.slice(shownEntries) },
    }),
  };
};
