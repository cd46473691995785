import type { Failure } from '@trackrecord/application';
import { calendarHash, calendarNotices, planCalendarPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { signedIn } from '../../access/signed-in.ts';
import { makeCalendar, removeCalendar, shownCalendar } from '../../calendar/shown-calendar.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { askedPlan } from '../asked-plan.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';

/** The calendar of a plan: what is in it, and the address by which a program of whoever looks comes for it. */
const shownPage =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('asked', () => askedPlan(desk)(exchange)),
      TE.bind('calendar', ({ who, asked }) => shownCalendar(desk, who, asked.plan)),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.map(({ asked, calendar, csrfToken }): Reply => {
        const { title, content } = planCalendarPage({
          csrfToken: csrfToken ?? '',
          plan: asked.answer.plan,
          question: asked.question,
          may: mayWithPlan(exchange, asked),
          calendar,
        });
        return {
          ...page(
            {
              title,
              content,
              section: 'plans',
              breadcrumbs: planBreadcrumbs(asked),
              dataLinks: [{ text: 'iCalendar', href: `/api/v1/plans/${asked.plan}/calendar` }],
            },
            asked.dateErrors.length === 0 ? 200 : 400,
          ),
          headers: { 'cache-control': 'no-store' },
        };
      }),
    );

const changed =
  (change: typeof makeCalendar, text: string) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      // A plan that is not there has no calendar.
      TE.bind('asked', () => askedPlan(desk)(exchange)),
      TE.chainFirst(({ who, asked: { plan } }) => change(desk, who, plan)),
      TE.map(({ asked: { plan } }) =>
        redirect(`/plans/${plan}/calendar${calendarHash}`, [
          leaveNotice({ kind: 'success', text }),
        ]),
      ),
    );

const forPeople = { audience: 'people', may: 'read' } as const;
const path = '/plans/:plan/calendar';

export const calendarRoutes: ReadonlyArray<Route> = [
  { ...forPeople, method: 'GET', path, answer: shownPage },
  { ...forPeople, method: 'POST', path, answer: changed(makeCalendar, calendarNotices.made) },
  {
    ...forPeople,
    method: 'POST',
    path: `${path}/remove`,
    answer: changed(removeCalendar, calendarNotices.removed),
  },
];
