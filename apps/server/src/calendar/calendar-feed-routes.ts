import {
  type Failure,
  mayOn,
  missing,
  plansReadableBy,
  type Principal,
  principalOfAccount,
  storage,
} from '@trackrecord/application';
import { AccessId, PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Route } from '../http/route.ts';
import type { KeptCalendar } from '../store/server-store.ts';
import { millisecondsBetween, minute_ms } from '../time/instants.ts';
import { digestIn } from './calendar-address.ts';
import { calendarReply } from './calendar-reply.ts';
import {
  type WrittenCalendar,
  writtenPartyCalendar,
  writtenPlanCalendar,
} from './written-calendar.ts';

/** One answer for all that an address may not be, or be no longer: it tells nobody which. */
const noCalendar: Failure = missing(
  'There is no calendar at this address. It may have been renewed or removed: on the page "Your account", or on that of the plan’s calendar, a new address can be made.',
);

const orNone = E.fromNullable(noCalendar);

/** The account that an address belongs to, as long as it is open. */
const whose = (desk: Desk, { account }: KeptCalendar): E.Either<Failure, Principal> =>
  AccessId.is(account)
    ? pipe(principalOfAccount(desk)(account), E.chain(E.fromOption(() => noCalendar)))
    : E.left(noCalendar);

const calendarOf = (
  desk: Desk,
  kept: KeptCalendar,
  head: number,
): E.Either<Failure, WrittenCalendar> =>
  pipe(
    whose(desk, kept),
    E.chain((principal) => {
      if (kept.plan === null)
        return writtenPartyCalendar(desk, principal.party, plansReadableBy(principal), head);
      return PlanId.is(kept.plan) && mayOn(principal, 'read', kept.plan)
        ? writtenPlanCalendar(desk, kept.plan, head)
        : E.left(noCalendar);
    }),
    // Also a plan that is there no longer: what it was called is in nobody's answer.
    E.mapLeft((failure) => (failure._tag === 'Missing' ? noCalendar : failure)),
  );

/** When an address was used last is for people: to the minute is enough. */
const noteUse = (
  { store, clock }: Desk,
  digest: string,
  { lastUse }: KeptCalendar,
): TE.TaskEither<Failure, void> => {
  const now = clock.now();
  return lastUse === null || millisecondsBetween(lastUse, now) >= minute_ms
    ? store.calendars.used(digest, now)
    : TE.right(undefined);
};

/**
 * What a calendar program subscribes to. Who asks is known by the address alone: it belongs to an account, and shows
 * what that may read now.
 */
const calendarFeed: Route = {
  method: 'GET',
  path: '/calendar/:name',
  audience: 'machines',
  may: 'anyone',
  answer: (desk) => (exchange) =>
    pipe(
      TE.fromEither(orNone(digestIn(exchange.params['name']))),
      TE.bindTo('digest'),
      TE.bind('kept', ({ digest }) =>
        pipe(desk.store.calendars.lookup(digest), TE.chainEitherK(orNone)),
      ),
      TE.bind('head', () => pipe(desk.views.catchUp(), TE.mapLeft(storage))),
      TE.bind('calendar', ({ kept, head }) => TE.fromEither(calendarOf(desk, kept, head))),
      TE.chainFirst(({ digest, kept }) => noteUse(desk, digest, kept)),
      TE.map(({ calendar }) => calendarReply(exchange, calendar)),
    ),
};

export const calendarFeedRoutes: ReadonlyArray<Route> = [calendarFeed];
