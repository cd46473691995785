import type { PlanAnswer } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import type { FormItem } from '../change/form-field.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { count } from '../words/count.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { doField } from './grid-fields.ts';
import { type GridGroup, gridView, type GridShows } from './grid-groups.ts';
import { gridChoices, type GridParams, gridPath, openActions } from './grid-params.ts';
import { scaleOf } from './review-row.ts';
import { filledIn, type TypedRows } from './typed-row.ts';

/** A review grid as it is opened, or as it was sent and not taken. */
export type ReviewGridOf = Readonly<{
  /** The plan as it stands today. */
  answer: PlanAnswer;
  may: PlanNavigationOf['may'];
  shows: GridShows;
  /** The filter as it stands in the form. */
  params: GridParams;
  typed: Readonly<{ effectiveOn: string; onWordOf: string; rows: TypedRows }>;
  parties: ReadonlyArray<FormItem>;
  errors: FormErrors;
  /** What others changed meanwhile in what is filled in, by refs, in sentences. */
  meanwhile: ReadonlyMap<string, ReadonlyArray<string>>;
  /** What stood in the way of recording, where somebody else was quicker. */
  conflict: string | null;
  /** When half-finished work was saved, where this is it. */
  savedAt: Instant | null;
  csrfToken: string;
  formId: string;
}>;

type Entry = Readonly<{ ref: string; sentences: ReadonlyArray<string>; href: string }>;

const meanwhileEntries = (
  { meanwhile }: ReviewGridOf,
  groups: ReadonlyArray<GridGroup>,
): ReadonlyArray<Entry> => {
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.ref, row] as const)));
  return [...meanwhile].map(([ref, sentences]) => {
    const field = rows.get(ref)?.fields.rating;
    return { ref, sentences, href: field === undefined ? '' : `#${field}` };
  });
};

const empty = (answer: PlanAnswer, shows: GridShows, filled: number) => {
  const plan = `/plans/${encodeURIComponent(answer.plan.id)}`;
  if (answer.plan.status !== 'open')
    return {
      text: 'This plan is closed',
      hint: 'Nothing new comes into it, so there is nothing to review.',
      links: [{ text: 'Back to the plan', href: plan }],
    };
  if (openActions(answer).length === 0)
    return {
      text: 'This plan has no open actions',
      hint: 'There is nothing to review until some come in.',
      links: [{ text: 'Import a document', href: `${plan}/import` }],
    };
  return {
    text:
      shows._tag === 'AskedFor' && shows.params.filledOnly && filled === 0
        ? 'Nothing is filled in yet'
        : 'No open action matches',
    hint: 'Take something out of the filter, or show all open actions again.',
    links: [
      {
        text: `Show ${count(openActions(answer).length, 'action')}`,
        href: gridPath(answer.plan.id),
      },
    ],
  };
};

const appliedWords = ({ answer, params }: ReviewGridOf): ReadonlyArray<string> => {
  const { parties, places } = gridChoices(answer);
  const words = (all: ReadonlyArray<Readonly<{ value: string; text: string }>>, value: string) =>
    all.find((one) => one.value === value)?.text ?? value;
  return [
    ...(params.party === null ? [] : [`Who answers: ${words(parties, params.party)}`]),
    ...(params.place === null ? [] : [words(places, params.place)]),
    ...(params.rating === null ? [] : [`Rating now: ${params.rating}`]),
    ...(params.owedOnly ? ['Updates owed'] : []),
    ...(params.filledOnly ? ['Filled in'] : []),
  ];
};

const filterOf = (of: ReviewGridOf) => {
  const { answer, params } = of;
  const { parties, places, ratings } = gridChoices(answer);
  const applied = of.shows._tag === 'AskedFor' ? appliedWords(of) : [];
  return {
    parties,
    party: params.party,
    places,
    place: params.place,
    ratings: ratings.map((word) => ({ value: word, text: word })),
    rating: params.rating,
    only: [
      { name: 'owed', text: 'Only what owes an update', checked: params.owedOnly },
      { name: 'filled', text: 'Only what is filled in', checked: params.filledOnly },
    ],
    applied,
    isOpen: of.errors.some(({ field }) => ['party', 'priority', 'rating'].includes(field)),
    clearHref: gridPath(answer.plan.id),
  };
};

const gridModel = (of: ReviewGridOf) => {
  const { answer, shows, typed, errors, meanwhile } = of;
  const { groups, shown, filledElsewhere } = gridView(
    { plan: answer, scale: scaleOf(answer), typed: typed.rows, errors, meanwhile },
    shows,
  );
  const filled = filledIn(typed.rows).size;
  const canRecord = answer.plan.status === 'open' && (openActions(answer).length > 0 || filled > 0);
  const open = openActions(answer).length;
  return {
    navigation: planNavigation({
      plan: answer.plan,
      current: 'reviews',
      question: {},
      may: of.may,
    }),
    caption: answer.plan.title,
    action: gridPath(answer.plan.id),
    doField,
    csrfToken: of.csrfToken,
    basedOn: answer.ordinal,
    hidden: [{ name: 'formId', value: of.formId }],
    errors,
    effectiveOn: typed.effectiveOn,
    onWordOf: { value: typed.onWordOf, items: of.parties },
    filter: filterOf(of),
    count:
      shown.length === open
        ? count(open, 'open action')
        : `${shown.length} of ${count(open, 'open action')}`,
    groups,
    jump: groups.length > 2 ? groups : [],
    meanwhile: meanwhileEntries(of, groups),
    conflict: of.conflict,
    saved:
      of.savedAt === null ? null : { when: ukInstant(of.savedAt), filled: count(filled, 'action') },
    filledElsewhere,
    empty: groups.length === 0 || !canRecord ? empty(answer, shows, filled) : null,
    canRecord,
    reviewsHref: `/plans/${encodeURIComponent(answer.plan.id)}/reviews`,
  };
};

/** The review grid of a plan: its title for the frame, and its content. It holds a token of its visitor: never keep it. */
export const reviewGridPage = (of: ReviewGridOf): Readonly<{ title: string; content: string }> => ({
  title: `Review – ${of.answer.plan.title}`,
  content: renderTemplate('review/review-grid.njk', gridModel(of)),
});
