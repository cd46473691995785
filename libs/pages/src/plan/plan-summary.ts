import type { PlanAnswer } from '@trackrecord/application';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { Link } from '../frame/frame.ts';
import { ratingBar } from '../rating/rating-bar.ts';
import { worstFirst } from '../rating/rating-rank.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';
import type { PlanLinks } from './plan-links.ts';
import { usualParams } from './plan-params.ts';

/** A board's last review of the plan: on which date, and at which ordinal it looked. */
export type LastReview = Readonly<{ on: LocalDate; ordinal: Ordinal }>;

type Fact = Readonly<{ key: string; text: string; links: ReadonlyArray<Link> }>;

/** The top of a plan's page. */
export type PlanSummary = Readonly<{
  /** Drawn by ratingBar: HTML. */
  bar: string;
  tally: ReadonlyArray<Readonly<{ label: string; value: number; href: string; rating: string }>>;
  facts: ReadonlyArray<Fact>;
}>;

const fact = (key: string, text: string, ...links: ReadonlyArray<Link>): Fact => ({
  key,
  text,
  links,
});

const hasEnded = ({ plan, asOf }: PlanAnswer): boolean =>
  plan.status === 'open' && plan.period?.latest !== undefined && plan.period.latest < asOf;

const statusFact = (answer: PlanAnswer, planHref: (plan: string) => string): Fact => {
  const { status, successor } = answer.plan;
  if (successor !== null)
    return fact('Status', 'Closed, and carried forward', {
      text: 'The plan that follows it',
      href: planHref(successor),
    });
  if (hasEnded(answer))
    return fact(
      'Status',
      'Open, though its period has ended: close it, or carry its actions forward',
    );
  return fact('Status', status === 'open' ? 'Open' : 'Closed');
};

const owedFact = (answer: PlanAnswer, links: PlanLinks): Fact => {
  const owing = answer.actions.filter(({ updateOwed }) => updateOwed).length;
  const who = { text: 'Who owes them', href: links.within('/owed') };
  if (owing > 0)
    return fact('Updates owed', `${count(owing, 'action')} of ${answer.counts.actions}`, who);
  // After its period a plan owes one thing: that it is closed, or carried forward.
  return answer.counts.owed > 0
    ? fact('Updates owed', 'One, for the plan as a whole', who)
    : fact('Updates owed', 'None');
};

const reviewFact = (
  { plan }: PlanAnswer,
  review: LastReview | null,
  links: PlanLinks,
  mayHold: boolean,
): Fact => {
  const hold = mayHold ? [{ text: 'Hold a review', href: links.within('/review') }] : [];
  return review === null
    ? fact('Last review', 'None recorded', ...hold)
    : fact(
        'Last review',
        ukDate(review.on),
        {
          text: 'What the board saw',
          href: `/plans/${encodeURIComponent(plan.id)}?asOf=${review.on}&knownAt=${review.ordinal}`,
        },
        ...hold,
      );
};

/** What stands at the top of a plan's page: its counts by rating, and how it stands. */
export const planSummary = (
  answer: PlanAnswer,
  review: LastReview | null,
  links: PlanLinks,
  { planHref, mayHold }: Readonly<{ planHref: (plan: string) => string; mayHold: boolean }>,
): PlanSummary => ({
  bar: ratingBar(answer.counts.byRating),
  tally: worstFirst(Object.keys(answer.counts.byRating)).map((rating) => ({
    label: rating,
    value: answer.counts.byRating[rating] ?? 0,
    href: links.shown({ ...usualParams, ratings: [rating] }),
    rating,
  })),
  facts: [
    fact('Period', answer.plan.period?.asWritten ?? 'Not set'),
    statusFact(answer, planHref),
    owedFact(answer, links),
    reviewFact(answer, review, links, mayHold),
  ],
});
