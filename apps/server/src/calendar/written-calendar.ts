import {
  addressesAt,
  type Calendar,
  type Failure,
  partyCalendar,
  planCalendar,
  type PlansSeen,
  resolveQuestion,
} from '@trackrecord/application';
import type { PartyId, PlanId } from '@trackrecord/domain';
import { writeCalendar } from '@trackrecord/notifications';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { createHash } from 'node:crypto';
import type { Desk } from '../desk.ts';
import { keptAnswers } from '../http/kept-answers.ts';

/** A calendar as it is sent. */
export type WrittenCalendar = Readonly<{
  text: string;
  /** Of these very bytes. */
  etag: string;
  /** Since when this server has given them out, an instant. */
  since: string;
}>;

type Answer = E.Either<Failure, WrittenCalendar>;

const keptCalendars = keptAnswers<Pick<WrittenCalendar, 'text' | 'etag'>>(512);

/** A log that moves on elsewhere leaves a calendar as it is: since when is remembered by what it says. */
const keptSince = keptAnswers<Pick<WrittenCalendar, 'since'>>(2048);

const written = (calendar: Calendar): Pick<WrittenCalendar, 'text' | 'etag'> => {
  const text = writeCalendar(calendar);
  const digest = createHash('sha256').update(text).digest('base64url');
  return { text, etag: `"${digest.slice(0, 32)}"` };
};

/**
 * @param scope whose or of what the calendar is
 * @param state what it depends on besides: the ordinal, the day
 */
const kept = (
  desk: Desk,
  scope: ReadonlyArray<string>,
  state: ReadonlyArray<string | number>,
  make: () => E.Either<Failure, Calendar>,
): Answer =>
  pipe(
    keptCalendars(desk, JSON.stringify([...scope, ...state]), () => E.map(written)(make())),
    E.chain((one) =>
      pipe(
        keptSince(desk, JSON.stringify([...scope, one.etag]), () =>
          E.right({ since: desk.clock.now() }),
        ),
        E.map(({ since }) => ({ ...one, since })),
      ),
    ),
  );

/** A plan's calendar as of today there, kept as long as the log and the day are the same. */
export const writtenPlanCalendar = (desk: Desk, plan: PlanId, head: number): Answer =>
  pipe(
    resolveQuestion(desk)(plan, {}),
    E.chain((question) =>
      kept(desk, ['plan', plan], [question.point.asOf, head], () =>
        planCalendar(desk, addressesAt(desk.configuration.publicUrl.origin))(question),
      ),
    ),
  );

/** The calendar of what somebody answers for in the plans that may be seen, kept in the same way. */
export const writtenPartyCalendar = (
  desk: Desk,
  party: PartyId,
  seen: PlansSeen,
  head: number,
): Answer => {
  const plans = seen === 'all' ? seen : [...seen].toSorted().join(' ');
  return kept(desk, ['party', party, plans], [desk.clock.today(usualTimeZone), head], () =>
    partyCalendar(desk, addressesAt(desk.configuration.publicUrl.origin))(party, seen),
  );
};
