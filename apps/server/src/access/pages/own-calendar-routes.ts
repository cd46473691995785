import type { Failure } from '@trackrecord/application';
import { calendarHash, calendarNotices } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { makeCalendar, removeCalendar } from '../../calendar/shown-calendar.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { leaveNotice } from '../../pages/notice.ts';
import { signedIn } from '../signed-in.ts';

const changed =
  (change: typeof makeCalendar, text: string) =>
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.chain((who) => change(desk, who, null)),
      TE.map(() => redirect(`/account${calendarHash}`, [leaveNotice({ kind: 'success', text })])),
    );

const forPeople = { method: 'POST', audience: 'people', may: 'signed in' } as const;

/** The address of the calendar of one's own work: made, made anew, removed. */
export const ownCalendarRoutes: ReadonlyArray<Route> = [
  { ...forPeople, path: '/account/calendar', answer: changed(makeCalendar, calendarNotices.made) },
  {
    ...forPeople,
    path: '/account/calendar/remove',
    answer: changed(removeCalendar, calendarNotices.removed),
  },
];
