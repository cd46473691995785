import { planTextPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Route } from '../../http/route.ts';
import { askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page } from '../page-reply.ts';
import { planDataLinks } from './plan-data-links.ts';

/** What a plan's documents say beside its actions. */
export const showPlanText: Route = {
  method: 'GET',
  path: '/plans/:plan/text',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the plan’s text'),
      TE.map((asked) => {
        const { answer, question, dateBar, dateErrors, link, plan } = asked;
        const { title, content } = planTextPage({
          answer,
          question,
          may: mayWithPlan(exchange, asked),
        });
        return page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: [
              { text: 'Plans', href: link('/') },
              { text: answer.plan.title, href: link(`/plans/${plan}`) },
            ],
            dateBar,
            dataLinks: planDataLinks(asked),
          },
          dateErrors.length === 0 ? 200 : 400,
        );
      }),
    ),
};
