import {
  type Failure,
  policyAnswer,
  previewPolicy,
  remindersAnswer,
  storage,
} from '@trackrecord/application';
import { LocalDate } from '@trackrecord/kernel';
import {
  type FormErrors,
  type Link,
  outboxPage,
  type NextReminders,
  remindersPath,
  ukWeekday,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import { redirect } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';
import { remindersOf } from './asked-reminders.ts';

/** So many days with reminders stand on a page, unless they are great ones. */
const daysOnPage = 7;
const messagesOnPage = 300;

type Before = Readonly<{ before: LocalDate | undefined; errors: FormErrors }>;

const beforeIn = ({ query }: Exchange): Before => {
  const typed = query.one('before');
  if (typed === undefined) return { before: undefined, errors: [] };
  return LocalDate.is(typed)
    ? { before: typed, errors: [] }
    : {
        before: undefined,
        errors: [
          {
            field: 'before',
            message: `Before: “${typed.slice(0, 40)}” is not a date that exists. The page shows the last days.`,
          },
        ],
      };
};

const kept = keptAnswers<NextReminders>(16);

/** What goes out next: worked out once, as long as nothing is said of anything. */
const nextOf = (desk: Desk, { plan, resolved }: AskedPlan): E.Either<Failure, NextReminders> =>
  pipe(
    desk.views.head(),
    E.mapLeft(storage),
    E.chain((head) =>
      kept(desk, JSON.stringify([plan, head, desk.clock.today('Europe/London')]), () =>
        pipe(
          E.Do,
          E.bind('told', () => previewPolicy(desk)(plan)),
          E.bind('answer', () => policyAnswer(desk)(resolved)),
          E.map(({ told, answer }) => ({ told, at: answer.policy.at })),
        ),
      ),
    ),
  );

/** The day that it is by a plan's policy. */
export const todayOf = (desk: Desk, { resolved }: AskedPlan): E.Either<Failure, LocalDate> =>
  pipe(
    policyAnswer(desk)(resolved),
    E.map(({ timeZone }) => desk.clock.today(timeZone)),
  );

/** The same as data, for whoever may have it. */
export const remindersAsData = (
  { visitor }: Exchange,
  { plan }: AskedPlan,
  asked: Readonly<Record<string, string>>,
): ReadonlyArray<Link> =>
  canOn(visitor, 'audit', plan)
    ? [
        {
          text: 'JSON',
          href: `/api/v1/plans/${plan}/reminders?${new URLSearchParams(asked).toString()}`.replace(
            /\?$/u,
            '',
          ),
        },
      ]
    : [];

/** What a plan's reminders asked of whom, and what came of it. Whatever the date bar says, it tells what is known now. */
export const showOutbox: Route = {
  method: 'GET',
  path: '/plans/:plan/reminders',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      TE.Do,
      TE.bind('asked', () => askedPlan(desk)(exchange, 'the reminders')),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.chainEitherK(({ asked, csrfToken }) => {
        const { before, errors } = beforeIn(exchange);
        return pipe(
          E.Do,
          E.bind('answer', () =>
            remindersAnswer(desk)(asked.plan, {
              most: daysOnPage,
              mostMessages: messagesOnPage,
              before,
            }),
          ),
          E.bind('next', () => (before === undefined ? nextOf(desk, asked) : E.right(null))),
          E.bind('today', () => todayOf(desk, asked)),
          E.map(({ answer, next, today }) =>
            page(
              {
                ...outboxPage({
                  ...remindersOf(exchange, asked),
                  question: {},
                  answer,
                  isNewest: before === undefined,
                  today,
                  mail: desk.mailer,
                  next,
                  csrfToken: csrfToken ?? '',
                }),
                section: 'plans',
                breadcrumbs: planBreadcrumbs(asked),
                dataLinks: remindersAsData(exchange, asked, {
                  ...(before === undefined ? {} : { before }),
                }),
                errors,
              },
              errors.length === 0 ? 200 : 400,
            ),
          ),
        );
      }),
    ),
};

/** What is told of it: on a quiet day, before its time of day, and where nothing is to be asked, little leaves. */
const seenToWords = ({ told: { next }, at }: NextReminders, today: LocalDate): string =>
  next?.on === today
    ? `Reminders are being seen to: whatever is due leaves within a minute, from ${at} on.`
    : `Reminders are being seen to: whatever still waits leaves within a minute. Nothing new is asked today${next === null ? '' : `: the next reminders are those of ${ukWeekday(next.on)}`}.`;

/** Has reminders seen to at once, rather than within a minute. */
export const runNow: Route = {
  method: 'POST',
  path: '/plans/:plan/reminders/run',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) =>
    pipe(
      askedPlan(desk)(exchange),
      TE.bindTo('asked'),
      TE.bind('next', ({ asked }) => TE.fromEither(nextOf(desk, asked))),
      TE.bind('today', ({ asked }) => TE.fromEither(todayOf(desk, asked))),
      TE.map(({ asked: { plan }, next, today }) => {
        desk.ringForReminders();
        return redirect(remindersPath(plan), [
          leaveNotice({ kind: 'success', text: seenToWords(next, today) }),
        ]);
      }),
    ),
};
