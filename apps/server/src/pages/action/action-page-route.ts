import type { ActionDetails, Failure } from '@trackrecord/application';
import {
  type ActionPageOf,
  actionPage,
  actionPath,
  type Breadcrumb,
  dateQuery,
  type Link,
  missingActionPage,
  parseActionParams,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { actionOf, historyOf } from './asked-action.ts';
import { mayChangeOf } from './may-change.ts';
import { isOnToday } from './on-today.ts';

/** The way to a page of a plan's action. */
export const planBreadcrumbs = ({ plan, answer, link }: AskedPlan): ReadonlyArray<Breadcrumb> => [
  { text: 'Plans', href: link('/') },
  { text: answer.plan.title, href: link(`/plans/${plan}`) },
];

const dataLinks = ({ plan, link }: AskedPlan, ref: string): ReadonlyArray<Link> => [
  { text: 'JSON', href: link(`/api/v1${actionPath(plan, ref)}`) },
  { text: 'History as JSON', href: link(`/api/v1${actionPath(plan, ref)}/history`) },
];

const statusOfDates = ({ dateErrors }: AskedPlan, usual: number): number =>
  dateErrors.length === 0 ? usual : 400;

const missingReply = (
  exchange: Exchange,
  asked: AskedPlan,
  failure: Extract<Failure, { _tag: 'Missing' }>,
): Reply => {
  const { title, content } = missingActionPage({
    plan: asked.answer,
    ref: exchange.params['ref'] ?? '',
    firstOn: failure.firstOn,
    question: asked.question,
    may: mayWithPlan(exchange, asked),
  });
  return page(
    {
      title,
      content,
      section: 'plans',
      breadcrumbs: planBreadcrumbs(asked),
      dateBar: asked.dateBar,
    },
    statusOfDates(asked, 404),
  );
};

type Content = Readonly<{ title: string; content: string }>;

/** What is on the page hangs on the log, the dates, the address, and on what whoever looks may do. */
const keptContents = keptAnswers<Content>(256);

const contentOf = (desk: Desk, asked: AskedPlan, of: Omit<ActionPageOf, 'rows'>) => {
  const { action, params, may, mayChange, isToday, question } = of;
  return keptContents(
    desk,
    JSON.stringify([asked.key, dateQuery(question), action.ref, params, may, mayChange, isToday]),
    () =>
      pipe(
        historyOf(desk, asked, action),
        E.map((rows) => actionPage({ ...of, rows })),
      ),
  );
};

const pageReply =
  (desk: Desk, exchange: Exchange, asked: AskedPlan) =>
  (action: ActionDetails): TE.TaskEither<Failure, Reply> => {
    const { query, visitor } = exchange;
    const isToday = isOnToday(asked.question, asked.dateBar.today);
    return pipe(
      TE.fromTask(mayChangeOf(desk, visitor, asked.plan, action.ref)),
      TE.chainEitherK((mayChange) =>
        contentOf(desk, asked, {
          plan: asked.answer,
          action,
          params: parseActionParams({
            field: query.one('field'),
            confirmed: query.one('confirmed'),
            all: query.one('all'),
          }),
          question: asked.question,
          may: mayWithPlan(exchange, asked),
          mayChange,
          isToday,
        }),
      ),
      TE.map(({ title, content }) =>
        page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: planBreadcrumbs(asked),
            dateBar: asked.dateBar,
            dataLinks: dataLinks(asked, action.ref),
          },
          statusOfDates(asked, 200),
        ),
      ),
    );
  };

/** A route about an action: one that is not there is answered with those that are. */
export const orThoseThatThereAre = (route: Route): Route => ({
  ...route,
  answer: (desk) => (exchange) =>
    pipe(
      route.answer(desk)(exchange),
      TE.orElse((failure) =>
        failure._tag === 'Missing' && failure.field === 'ref'
          ? pipe(
              askedPlan(desk)(exchange, `action ${exchange.params['ref'] ?? ''}`),
              TE.map((asked) => missingReply(exchange, asked, failure)),
            )
          : TE.left(failure),
      ),
    ),
});

const answer =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> => {
    const ref = exchange.params['ref'] ?? '';
    return pipe(
      askedPlan(desk)(exchange, `action ${ref}`),
      TE.chain((asked) =>
        pipe(TE.fromEither(actionOf(desk, asked, ref)), TE.chain(pageReply(desk, exchange, asked))),
      ),
    );
  };

/** Everything about one action. */
export const actionPageRoute: Route = {
  method: 'GET',
  path: '/plans/:plan/actions/:ref',
  audience: 'people',
  may: 'read',
  answer,
};
