import type { PlanId } from '@trackrecord/domain';
import { LocalDate, type Ordinal, type StreamName } from '@trackrecord/kernel';
import { type ReminderRun, runOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { idIn, streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** The stream of a day's run: at most one a plan and day. */
export const runStream = (plan: PlanId, on: LocalDate): StreamName =>
  streamOf('reminders', `${plan}-${on}`);

const dayIn = (stream: StreamName, plan: PlanId): LocalDate | undefined => {
  const day = idIn(stream).slice(plan.length + 1);
  // "harbour-2026-06-30" is a run of harbour; one of a plan "harbour-east" is longer.
  return LocalDate.is(day) ? day : undefined;
};

/** The days on which a plan's reminders ran, the first first. */
export const listRuns = (
  { views }: Pick<Readable, 'views'>,
  plan: PlanId,
): E.Either<Failure, ReadonlyArray<LocalDate>> =>
  pipe(
    views.listStreams('reminders', `${plan}-`),
    E.bimap(storage, (streams) =>
      streams
        .map((stream) => dayIn(stream, plan))
        .filter((day) => day !== undefined)
        .toSorted(),
    ),
  );

/** A day's run as known at an ordinal; `none` where there was none. */
export const loadRun = (
  { views }: Pick<Readable, 'views'>,
  plan: PlanId,
  on: LocalDate,
  knownAt: Ordinal,
): E.Either<Failure, O.Option<ReminderRun>> =>
  pipe(views.cutOf(runStream(plan, on), { asOf: endOfTime, knownAt }), E.bimap(storage, runOf));

/** The last of these runs that was known by an ordinal: another node may have begun one since. */
const lastKnown = (
  deps: Pick<Readable, 'views'>,
  plan: PlanId,
  days: ReadonlyArray<LocalDate>,
  knownAt: Ordinal,
): E.Either<Failure, O.Option<ReminderRun>> => {
  const last = days.at(-1);
  return last === undefined
    ? E.right(O.none)
    : pipe(
        loadRun(deps, plan, last, knownAt),
        E.chain((run) =>
          O.isSome(run) ? E.right(run) : lastKnown(deps, plan, days.slice(0, -1), knownAt),
        ),
      );
};

/** The last run of a plan as known at an ordinal. */
export const loadLastRun = (
  deps: Pick<Readable, 'views'>,
  plan: PlanId,
  knownAt: Ordinal,
): E.Either<Failure, O.Option<ReminderRun>> =>
  pipe(
    listRuns(deps, plan),
    E.chain((days) => lastKnown(deps, plan, days, knownAt)),
  );
