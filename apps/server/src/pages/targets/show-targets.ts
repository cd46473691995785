import { parseTargetsShown, targetsPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page } from '../page-reply.ts';

/** What a plan is to reach by when, and the data that it lacks, on any dates. */
export const showTargets: Route = {
  method: 'GET',
  path: '/plans/:plan/targets',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'targets and data needs'),
      TE.map((asked) => {
        const { answer, question, dateBar, dateErrors, link, plan } = asked;
        const { shown, errors } = parseTargetsShown(exchange.query.one('status'));
        const may = mayWithPlan(exchange, asked);
        return page(
          {
            ...targetsPage({
              answer,
              question,
              may,
              mayChange: may.manage && isOnToday(question, dateBar.today),
              shown,
              errors,
            }),
            section: 'plans',
            breadcrumbs: planBreadcrumbs(asked),
            dateBar,
            dataLinks: [
              { text: 'Targets as JSON', href: link(`/api/v1/plans/${plan}/targets`) },
              { text: 'Data needs as JSON', href: link(`/api/v1/plans/${plan}/data-needs`) },
            ],
            errors,
          },
          dateErrors.length + errors.length === 0 ? 200 : 400,
        );
      }),
    ),
};
