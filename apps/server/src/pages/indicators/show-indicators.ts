import { type IndicatorListed, indicatorsAnswer } from '@trackrecord/application';
import { indicatorsPage } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page } from '../page-reply.ts';

const kept = keptAnswers<ReadonlyArray<IndicatorListed>>(64);

/** What a plan measures itself by: each indicator with its baseline and where it stands, on any dates. */
export const showIndicators: Route = {
  method: 'GET',
  path: '/plans/:plan/indicators',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the indicators'),
      TE.chainEitherK((asked) =>
        pipe(
          kept(desk, asked.key, () => indicatorsAnswer(desk)(asked.resolved)),
          E.map((indicators) => {
            const { answer, question, dateBar, dateErrors, link, plan } = asked;
            const may = mayWithPlan(exchange, asked);
            return page(
              {
                ...indicatorsPage({
                  plan: answer,
                  indicators,
                  question,
                  may,
                  mayChange: may.manage && isOnToday(question, dateBar.today),
                }),
                section: 'plans',
                breadcrumbs: planBreadcrumbs(asked),
                dateBar,
                dataLinks: [{ text: 'JSON', href: link(`/api/v1/plans/${plan}/indicators`) }],
              },
              dateErrors.length === 0 ? 200 : 400,
            );
          }),
        ),
      ),
    ),
};
