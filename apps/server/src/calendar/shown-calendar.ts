import type { Failure } from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import type { CalendarShown } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { SignedIn } from '../access/signed-in.ts';
import type { Desk } from '../desk.ts';
import { calendarAddress, newCalendarSecret } from './calendar-address.ts';

/** Under which name the address of a calendar that was just made waits to be shown. */
const shownAs = (plan: PlanId | null): string => `calendar ${plan ?? ''}`;

/** What a page shows of the address of somebody's calendar of a plan, or of their own work (`null`). */
export const shownCalendar = (
  desk: Desk,
  who: SignedIn,
  plan: PlanId | null,
): TE.TaskEither<Failure, CalendarShown> =>
  pipe(
    desk.store.calendars.lookupOf(who.account, plan),
    TE.map((kept) => ({
      made: kept === undefined ? null : { at: kept.madeAt, lastUse: kept.lastUse },
      address: desk.shownOnce.take(who.session, shownAs(plan)) ?? null,
    })),
  );

/** Makes an address, to be shown once; the one that there was before ends. */
export const makeCalendar = (
  desk: Desk,
  who: SignedIn,
  plan: PlanId | null,
): TE.TaskEither<Failure, void> => {
  const { secret, digest } = newCalendarSecret(desk.random);
  return pipe(
    desk.store.calendars.make(digest, { account: who.account, plan, madeAt: desk.clock.now() }),
    TE.map(() => {
      const address = calendarAddress(desk.configuration.publicUrl, secret);
      desk.shownOnce.keep(who.session, shownAs(plan), address);
    }),
  );
};

/** Ends an address, also where it was made and has not been shown. */
export const removeCalendar = (
  desk: Desk,
  who: SignedIn,
  plan: PlanId | null,
): TE.TaskEither<Failure, void> => {
  desk.shownOnce.take(who.session, shownAs(plan));
  return desk.store.calendars.remove(who.account, plan);
};
