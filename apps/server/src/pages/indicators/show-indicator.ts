import type { IndicatorInFull } from '@trackrecord/application';
import {
  indicatorPage,
  indicatorPath,
  parseIndicatorParams,
  type Breadcrumb,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Exchange } from '../../http/exchange.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { page, type PageReply } from '../page-reply.ts';
import { indicatorOf } from './asked-indicator.ts';

/** The way to a page of a plan's indicator. */
export const indicatorBreadcrumbs = (asked: AskedPlan): ReadonlyArray<Breadcrumb> => [
  ...planBreadcrumbs(asked),
  { text: 'Indicators', href: asked.link(`/plans/${asked.plan}/indicators`) },
];

const shown = (exchange: Exchange, asked: AskedPlan, indicator: IndicatorInFull): PageReply => {
  const { answer, question, dateBar, dateErrors, link, plan } = asked;
  const may = mayWithPlan(exchange, asked);
  const data = `/api/v1${indicatorPath(plan, indicator.id)}`;
  return page(
    {
      ...indicatorPage({
        plan: answer,
        indicator,
        question,
        params: parseIndicatorParams(exchange.query.one),
        may,
        mayChange: may.manage && isOnToday(question, dateBar.today),
      }),
      section: 'plans',
      breadcrumbs: indicatorBreadcrumbs(asked),
      dateBar,
      dataLinks: [
        { text: 'JSON', href: link(data) },
        { text: 'CSV', href: link(`${data}?format=csv`) },
      ],
    },
    dateErrors.length === 0 ? 200 : 400,
  );
};

/** One indicator of a plan: what it is, where it stands, its series as a chart and a table, and their history. */
export const showIndicator: Route = {
  method: 'GET',
  path: '/plans/:plan/indicators/:indicator',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange, 'the indicator'),
      TE.chainEitherK((asked) =>
        pipe(
          indicatorOf(desk, asked, exchange.params['indicator'] ?? ''),
          E.map((indicator) => shown(exchange, asked, indicator)),
        ),
      ),
    ),
};
