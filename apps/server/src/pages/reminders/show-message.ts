import {
  type Failure,
  letterAgain,
  loadParties,
  messageAnswer,
  type MessageInFull,
  notAuthorised,
  onItsOwnDay,
  type Principal,
  recordOfRun,
  type WhichMessage,
} from '@trackrecord/application';
import { type ReminderOrder, RetryReminder, RevokeAnswerLinks } from '@trackrecord/domain';
import { addDays } from '@trackrecord/kernel';
import { type MessagePageOf, messagePage, messagePath, remindersPath } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';
import { messageIn, remindersOf } from './asked-reminders.ts';
import { remindersAsData, todayOf } from './show-outbox.ts';

const path = '/plans/:plan/reminders/:day/:message';

/** How a message reads, and where it goes now, for whoever keeps the plan. */
const letterOf = (
  desk: Desk,
  { visitor }: Exchange,
  which: WhichMessage,
  { to }: MessageInFull,
): E.Either<Failure, MessagePageOf['letter']> =>
  canOn(visitor, 'manage', which.plan)
    ? pipe(
        E.Do,
        E.bind('shown', () => letterAgain(desk)(which)),
        E.bind('parties', () => loadParties(desk, [to.id])),
        E.map(({ shown, parties }) => ({ shown, address: parties.get(to.id)?.address ?? null })),
      )
    : E.right(null);

type AskedMessage = Readonly<{ asked: AskedPlan; which: WhichMessage }>;

const askedMessage =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, AskedMessage> =>
    pipe(
      askedPlan(desk)(exchange, 'the message'),
      TE.chainEitherK((asked) =>
        pipe(
          messageIn(exchange),
          E.map((named) => ({ asked, which: { plan: asked.plan, ...named } })),
        ),
      ),
    );

/** One message of a plan's reminders. */
export const showMessage: Route = {
  method: 'GET',
  path,
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      askedMessage(desk)(exchange),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.chainEitherK(({ asked, which, csrfToken }) =>
        pipe(
          E.Do,
          E.bind('message', () => messageAnswer(desk)(which)),
          E.bind('letter', ({ message }) => letterOf(desk, exchange, which, message)),
          E.bind('today', () => todayOf(desk, asked)),
          E.map(({ message, letter, today }) =>
            page({
              ...messagePage({
                ...remindersOf(exchange, asked),
                question: {},
                message,
                letter,
                today,
                csrfToken: csrfToken ?? '',
              }),
              section: 'plans',
              breadcrumbs: [
                ...planBreadcrumbs(asked),
                { text: 'Reminders', href: remindersPath(asked.plan) },
              ],
              // Its whole day.
              dataLinks: remindersAsData(exchange, asked, {
                days: '1',
                before: addDays(1)(which.on),
              }),
            }),
          ),
        ),
      ),
    ),
};

/** What is done about a message, and what is said then. */
type Doing = Readonly<{
  order: (message: number) => ReminderOrder;
  may: (desk: Desk, asked: AskedMessage) => E.Either<Failure, unknown>;
  done: string;
  afterwards: (desk: Desk) => void;
}>;

const recorded = (
  desk: Desk,
  { which: { plan, on, message } }: AskedMessage,
  { party }: Principal,
  { order }: Doing,
): TE.TaskEither<Failure, boolean> =>
  recordOfRun(
    desk,
    { plan, on },
    {
      by: party,
      channel: 'web',
      verified: true,
      effectiveOn: on,
    },
  )(order(message));

/** Done, or told on the message's page why it cannot be: somebody else may have been quicker. */
const doing =
  (what: Doing) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> => {
    const { visitor } = exchange;
    if (visitor._tag !== 'Known') return TE.left(notAuthorised('Sign in first.'));
    return pipe(
      askedMessage(desk)(exchange),
      TE.chainFirstEitherK(({ which }) => messageAnswer(desk)(which)),
      TE.chainFirstEitherK((asked) => what.may(desk, asked)),
      TE.chain((asked) =>
        pipe(
          recorded(desk, asked, visitor.principal, what),
          TE.map((isNew): Reply => {
            what.afterwards(desk);
            return redirect(messagePath(asked.which.plan, asked.which), [
              leaveNotice(
                isNew
                  ? { kind: 'success', text: what.done }
                  : { kind: 'important', text: 'That was done already.' },
              ),
            ]);
          }),
        ),
      ),
    );
  };

const sendAgain: Doing = {
  order: (message) => RetryReminder.of({ message }),
  may: (desk, { which }) => onItsOwnDay(desk, which),
  done: 'It is sent again within a minute.',
  afterwards: ({ ringForReminders }) => {
    ringForReminders();
  },
};

const endLinks: Doing = {
  order: (message) => RevokeAnswerLinks.of({ message }),
  may: () => E.right(null),
  done: 'Its links are ended: nobody can answer by them any more.',
  afterwards: () => undefined,
};

const forKeepers = { method: 'POST', audience: 'people', may: 'manage' } as const;

export const messageRoutes: ReadonlyArray<Route> = [
  showMessage,
  { ...forKeepers, path: `${path}/send-again`, answer: doing(sendAgain) },
  { ...forKeepers, path: `${path}/end-links`, answer: doing(endLinks) },
];
