import {
  type Failure,
  ratingHistoryAnswer,
  type RatingHistoryAnswer,
} from '@trackrecord/application';
import {
  dateQuery,
  type HistoryParams,
  parseHistoryParams,
  planPlaces,
  ratingHistoryPage,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page } from '../page-reply.ts';

type Content = ReturnType<typeof ratingHistoryPage>;

const keptHistories = keptAnswers<RatingHistoryAnswer>(32);
const keptContents = keptAnswers<Content>(32);

const contentOf = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedPlan,
  params: HistoryParams,
): E.Either<Failure, Content> => {
  const may = mayWithPlan(exchange, asked);
  const make = (): E.Either<Failure, Content> =>
    pipe(
      keptHistories(desk, asked.key, () => ratingHistoryAnswer(desk)(asked.resolved)),
      E.map((answer) =>
        ratingHistoryPage({
          answer,
          plan: asked.answer,
          params,
          question: asked.question,
          may,
        }),
      ),
    );
  return keptContents(
    desk,
    JSON.stringify([asked.key, dateQuery(asked.question), params, may]),
    make,
  );
};

/** How the ratings of a plan's actions changed, in pictures and in words. */
export const showRatingHistory: Route = {
  method: 'GET',
  path: '/plans/:plan/rating-history',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the rating history'),
      TE.chainEitherK((asked) => {
        const places = planPlaces(asked.answer).map(({ key }) => key);
        const { params, errors } = parseHistoryParams(exchange.query, places);
        const href = `/api/v1/plans/${asked.plan}/rating-history`;
        return pipe(
          contentOf(desk, exchange, asked, params),
          E.map((content) =>
            page(
              {
                ...content,
                section: 'plans',
                breadcrumbs: planBreadcrumbs(asked),
                dateBar: asked.dateBar,
                dataLinks: [
                  { text: 'JSON', href: asked.link(href) },
                  { text: 'CSV', href: asked.link(`${href}?format=csv`) },
                ],
                errors,
                wide: true,
              },
              asked.dateErrors.length + errors.length === 0 ? 200 : 400,
            ),
          ),
        );
      }),
    ),
};
