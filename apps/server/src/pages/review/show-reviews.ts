import {
  type Failure,
  planAnswer,
  resolveQuestion,
  type ReviewAnswer,
  reviewsAnswer,
} from '@trackrecord/application';
import { reviewsPage, type ReviewShown } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { planCrumbs } from './grid-reply.ts';

type Counted = Pick<ReviewShown, 'byRating'>;

/** What a board saw never changes: neither does what is kept here. */
const keptCounts = keptAnswers<Counted>(512);

/** How the plan's actions were rated, as a board saw it. */
const countsThen = (
  desk: Desk,
  { plan }: AskedPlan,
  { question: { asOf, knownAt } }: ReviewAnswer,
): E.Either<Failure, Counted> =>
  keptCounts(desk, JSON.stringify([plan, asOf, knownAt]), () =>
    pipe(
      resolveQuestion(desk)(plan, { asOf, knownAt: { _tag: 'AtOrdinal', ordinal: knownAt } }),
      E.chain(planAnswer(desk)),
      E.map(({ counts: { byRating } }): Counted => ({ byRating })),
      E.orElse((failure) =>
        failure._tag === 'Missing' || failure._tag === 'Invalid'
          ? E.right({ byRating: null })
          : E.left(failure),
      ),
    ),
  );

const reviewsIn = (desk: Desk, asked: AskedPlan): E.Either<Failure, ReadonlyArray<ReviewShown>> =>
  pipe(
    reviewsAnswer(desk)(asked.resolved),
    E.chain(({ reviews }) =>
      pipe(
        reviews,
        E.traverseArray((review) =>
          pipe(
            countsThen(desk, asked, review),
            E.map((counted) => ({ review, ...counted })),
          ),
        ),
      ),
    ),
  );

/** The reviews that boards held of a plan, each with the way to what it saw. */
export const showReviews: Route = {
  method: 'GET',
  path: '/plans/:plan/reviews',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the reviews'),
      TE.bindTo('asked'),
      TE.bind('reviews', ({ asked }) => TE.fromEither(reviewsIn(desk, asked))),
      TE.map(({ asked, reviews }) => {
        const { title, content } = reviewsPage({
          plan: asked.answer.plan,
          asOf: asked.answer.asOf,
          reviews,
          question: asked.question,
          may: mayWithPlan(exchange, asked),
          mayChange: isOnToday(asked.question, asked.dateBar.today),
        });
        return page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: planCrumbs(asked),
            dateBar: asked.dateBar,
            dataLinks: [{ text: 'JSON', href: asked.link(`/api/v1/plans/${asked.plan}/reviews`) }],
          },
          asked.dateErrors.length === 0 ? 200 : 400,
        );
      }),
    ),
};
