import type { PlanAnswer, Question, RatingHistoryAnswer } from '@trackrecord/application';
import { addDays, type LocalDate } from '@trackrecord/kernel';
import { actionPath } from '../action/action-links.ts';
import { chartFigure } from '../chart/chart-figure.ts';
import { ratingBars } from '../chart/rating-bars.ts';
import { ratingHistoryChart } from '../chart/rating-history-chart.ts';
import { withDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { byPlace, type PlanPlace, planPlaces } from '../plan-places/plan-places.ts';
import { worstFirst } from '../rating/rating-rank.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';
import { historyCounts } from './history-counts.ts';
import { type HistoryParams, historyQuery, spanFrom, spans, spanWords } from './history-params.ts';
import { type RatedAction, ratedActions } from './rated-actions.ts';
import { stretchesInWords, stretchesWithin } from './stretches-in-words.ts';

/** All that the page of a rating history shows, and what it was asked. */
export type RatingHistoryPageOf = Readonly<{
  answer: RatingHistoryAnswer;
  /** The plan on the same dates: its priorities, and where its actions stand. */
  plan: PlanAnswer;
  params: HistoryParams;
  question: Question;
  may: PlanNavigationOf['may'];
}>;

/** What is shown of the history: from when, of which actions, with which ratings. */
type Shown = Readonly<{
  from: LocalDate;
  actions: ReadonlyArray<RatedAction>;
  ratings: ReadonlyArray<string>;
}>;

const shownOf = ({ answer, plan, params }: RatingHistoryPageOf): Shown => {
  const from = spanFrom(params.span, answer.from, answer.asOf);
  const actions = ratedActions(answer.actions, plan)
    .filter(({ place }) => params.place === null || place === params.place)
    .map((action) => ({
      ...action,
      stretches: stretchesWithin(action.stretches, from, answer.asOf),
    }))
    .filter(({ stretches }) => stretches.length > 0);
  const ratings = worstFirst([
    ...new Set(actions.flatMap(({ stretches }) => stretches.map(({ rating }) => rating))),
  ]);
  return { from, actions, ratings };
};

const headingOf = ({ short, title }: PlanPlace): string =>
  title === '' ? short : `${short}: ${title}`;

type Group = Readonly<{ place: PlanPlace; things: ReadonlyArray<RatedAction> }>;

/** The picture of one priority's actions; all of a page have one axis of time. */
const chartOf = (
  { answer, question }: RatingHistoryPageOf,
  { from, ratings, actions }: Shown,
  { place, things }: Group,
): string => {
  const until = addDays(1)(answer.asOf);
  const name = `Ratings of ${count(things.length, 'action')}, ${headingOf(place)}`;
  return chartFigure(
    ratingHistoryChart({
      id: `history-${place.id}`,
      title: name,
      description: `From ${ukDate(from)} to ${ukDate(answer.asOf)}, a row an action. The same in words is below the picture.`,
      from,
      until,
      ratings: ratings.filter((rating) =>
        things.some(({ stretches }) => stretches.some((one) => one.rating === rating)),
      ),
      labelLength: Math.max(0, ...actions.map(({ ref }) => ref.length)),
      rows: things.map(({ ref, title, stretches }) => ({
        label: ref,
        link: { href: withDates(actionPath(answer.plan, ref), question), words: `${ref} ${title}` },
        stretches: stretches.map((one) => ({ ...one, until: one.to ?? until })),
      })),
    }),
    name,
  );
};

const groupOf = (of: RatingHistoryPageOf, shown: Shown) => (group: Group) => ({
  id: group.place.id,
  heading: headingOf(group.place),
  count: count(group.things.length, 'action'),
  chart: chartOf(of, shown, group),
  rows: group.things.map(({ ref, title, status, stretches }) => ({
    ref,
    title,
    href: withDates(actionPath(of.answer.plan, ref), of.question),
    status: status === 'open' ? '' : status,
    words: stretchesInWords(stretches),
  })),
});

const countsOf = ({ answer }: RatingHistoryPageOf, { actions, from, ratings }: Shown) => {
  const { columns, rows } = historyCounts(answer, actions, from, ratings);
  const every = { month: 'month', quarter: 'quarter', year: 'year' }[answer.every];
  return {
    chart: chartFigure(
      ratingBars({
        id: 'counts',
        title: 'How many actions had which rating',
        description: `At the end of each ${every} that is named, and on ${ukDate(answer.asOf)}. Every count is in the table below.`,
        ratings: ratings.toReversed(),
        columns,
      }),
      'How many actions had which rating',
    ),
    every,
    ratings,
    rows,
  };
};

const controlsOf = (
  { params, answer, plan, question }: RatingHistoryPageOf,
  places: ReadonlyArray<PlanPlace>,
) => {
  const base = `/plans/${encodeURIComponent(plan.plan.id)}/rating-history`;
  const href = (asked: HistoryParams): string => {
    const query = historyQuery(asked);
    return withDates(query === '' ? base : `${base}?${query}`, question);
  };
  const spansThere = spans.filter(
    (span) => span === 'all' || spanFrom(span, answer.from, answer.asOf) > answer.from,
  );
  return {
    spans: spansThere.map((span) => ({
      text: spanWords[span],
      href: href({ ...params, span }),
      // A span from before the plan began is all of it.
      current: span === (spansThere.includes(params.span) ? params.span : 'all'),
    })),
    places: [
      { text: 'All', href: href({ ...params, place: null }), current: params.place === null },
      ...places.map(({ key, short }) => ({
        text: short,
        href: href({ ...params, place: key }),
        current: key === params.place,
      })),
    ],
    allHref: href({ span: 'all', place: null }),
  };
};

const ratingHistoryModel = (of: RatingHistoryPageOf) => {
  const { answer, plan, question, params } = of;
  const shown = shownOf(of);
  const all = planPlaces(plan);
  const there = new Set(ratedActions(answer.actions, plan).map(({ place }) => place));
  const controls = controlsOf(
    of,
    all.filter(({ key }) => there.has(key)),
  );
  return {
    navigation: planNavigation({
      plan: plan.plan,
      current: 'rating-history',
      question,
      may: of.may,
    }),
    plan: plan.plan.title,
    controls,
    summary: `${count(shown.actions.length, 'action')} from ${ukDate(shown.from)} to ${ukDate(answer.asOf)}`,
    counts: shown.actions.length === 0 ? null : countsOf(of, shown),
    groups: byPlace(all, shown.actions, ({ place }) => place).map(groupOf(of, shown)),
    empty:
      shown.actions.length > 0
        ? null
        : {
            text: 'No action to show',
            hint:
              params.place === null
                ? 'The plan has no actions by this date. They come with the next document that the plan’s manager imports.'
                : 'Nothing under it has had a rating in this time.',
            links:
              params.place === null && params.span === 'all'
                ? []
                : [{ text: 'Show the whole history', href: controls.allHref }],
          },
  };
};

/** How the ratings of a plan's actions changed: its title for the frame, and its content. */
export const ratingHistoryPage = (
  of: RatingHistoryPageOf,
): Readonly<{ title: string; content: string }> => ({
  title: `Rating history – ${of.plan.plan.title}`,
  content: renderTemplate('rating-history/rating-history.njk', ratingHistoryModel(of)),
});
