import type { Question, ReviewAnswer } from '@trackrecord/application';
import { notRated } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { withDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { ratingBar } from '../rating/rating-bar.ts';
import { worstFirst } from '../rating/rating-rank.ts';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { holdPath, seenPath } from './review-paths.ts';

/** A review with what the plan's actions were rated then; `null` where the plan was not there then. */
export type ReviewShown = Readonly<{
  review: ReviewAnswer;
  byRating: Readonly<Record<string, number>> | null;
}>;

/** The reviews of a plan, the latest first. */
export type ReviewsOf = Readonly<{
  plan: Readonly<{ id: string; title: string; status: string }>;
  asOf: LocalDate;
  reviews: ReadonlyArray<ReviewShown>;
  question: Question;
  may: PlanNavigationOf['may'];
  /** False on a past date. */
  mayChange: boolean;
}>;

const countsInWords = (byRating: Readonly<Record<string, number>>): string =>
  listInWords(
    worstFirst(Object.keys(byRating))
      .filter((rating) => (byRating[rating] ?? 0) > 0)
      .map((rating) => `${byRating[rating] ?? 0} ${rating === notRated ? 'not rated' : rating}`),
    'and',
  );

const total = (byRating: Readonly<Record<string, number>>): number =>
  Object.values(byRating).reduce((sum, one) => sum + one, 0);

/** What changed between two reviews: from what the board before saw to what this one did. */
const changesPath = (plan: string, before: ReviewAnswer, now: ReviewAnswer): string =>
  `/plans/${encodeURIComponent(plan)}/changes?${new URLSearchParams({
    from: before.on,
    fromKnownAt: String(before.lookedAt),
    to: now.on,
    toKnownAt: String(now.lookedAt),
  }).toString()}`;

const rowOf =
  (plan: string, reviews: ReadonlyArray<ReviewShown>) =>
  ({ review, byRating }: ReviewShown, place: number) => {
    const before = reviews[place + 1]?.review;
    return {
      on: ukDate(review.on),
      by: review.onWordOf === null ? review.by : `${review.by}, on the word of ${review.onWordOf}`,
      at: ukInstant(review.recordedAt),
      lookedAt: review.lookedAt,
      remarks: review.why,
      bar: byRating === null ? '' : ratingBar(byRating),
      counts:
        byRating === null
          ? 'The plan was not there then.'
          : `${count(total(byRating), 'action')}${total(byRating) === 0 ? '' : `: ${countsInWords(byRating)}`}`,
      seenHref: seenPath(plan, review),
      changesHref: before === undefined ? null : changesPath(plan, before, review),
    };
  };

const emptyOf = (mayHold: boolean, hrefs: Readonly<{ grid: string; hold: string }>) => ({
  text: 'No review is recorded',
  hint: mayHold
    ? 'Fill in a review with the board, or record one that was held: what the board saw then stays one click away.'
    : 'When the plan’s manager records that the board met, what it saw then can be looked at here.',
  links: mayHold
    ? [
        { text: 'Fill in a review', href: hrefs.grid },
        { text: 'Record a review that was held', href: hrefs.hold },
      ]
    : [],
});

const reviewsModel = ({ plan, asOf, reviews, question, may, mayChange }: ReviewsOf) => {
  const hrefs = {
    grid: `/plans/${encodeURIComponent(plan.id)}/review`,
    hold: holdPath(plan.id, { on: null, lookedAt: null }),
  };
  const mayHold = may.manage && mayChange && plan.status === 'open';
  return {
    navigation: planNavigation({ plan, current: 'reviews', question, may }),
    caption: plan.title,
    isPast: !mayChange,
    asOf: ukDate(asOf),
    hrefs: mayHold && reviews.length > 0 ? hrefs : null,
    reviews: reviews.map(rowOf(plan.id, reviews)),
    empty: reviews.length === 0 ? emptyOf(mayHold, hrefs) : null,
    todayHref:
      may.manage && !mayChange
        ? withDates(`/plans/${encodeURIComponent(plan.id)}/reviews`, {})
        : null,
  };
};

/** The reviews that boards held of a plan, each with the way to what it saw. */
export const reviewsPage = (of: ReviewsOf): Readonly<{ title: string; content: string }> => ({
  title: `Reviews – ${of.plan.title}`,
  content: renderTemplate('review/reviews.njk', reviewsModel(of)),
});
