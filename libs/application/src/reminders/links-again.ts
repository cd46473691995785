import type { PlanId } from '@trackrecord/domain';
import { addDays, type LocalDate, type Ordinal } from '@trackrecord/kernel';
import type { ReminderMessage, ReminderRun } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { listRuns, loadRun, runStream } from './reminder-streams.ts';

/**
 * For so many days after its message a link can be sent again: twice as long as the longest that it can be used. What
 * is still owed then was asked for again, with a link of its own.
 */
const againDays = 60;

/** Whether the links of a day's run can still be sent again today. */
export const canBeRenewed = (run: LocalDate, today: LocalDate): boolean =>
  addDays(againDays)(run) >= today;

/** Whether something is to be done about a message: it has not left, or nobody has told what became of it. */
export const isUnfinished = ({ state: { is } }: ReminderMessage): boolean =>
  is === 'due' || is === 'deferred' || is === 'sending';

/** Whether a message holds a link that somebody asked for again, and it is still to leave. */
export const isLinkToSend = (message: ReminderMessage): boolean =>
  message.linkAgain !== null && isUnfinished(message);

const hasLinksAgain = (
  { views }: Pick<Readable, 'views'>,
  plan: PlanId,
  head: Ordinal,
  day: LocalDate,
): E.Either<Failure, boolean> =>
  pipe(
    views.recordsOf(runStream(plan, day), head, { field: 'linkAgain' }),
    E.bimap(storage, (records) => records.length > 0),
  );

/** Runs of earlier days in which a link that was asked for again is still to leave. */
export const runsWithLinksToSend = (
  deps: Pick<Readable, 'views'>,
  plan: PlanId,
  today: LocalDate,
): E.Either<Failure, ReadonlyArray<ReminderRun>> =>
  pipe(
    E.Do,
    E.bind('head', () => E.mapLeft(storage)(deps.views.head())),
    E.bind('days', () => listRuns(deps, plan)),
    E.chain(({ head, days }) =>
      pipe(
        // A day more than links are renewed: one that was asked for at the end of it may be deferred.
        days.filter((day) => day < today && day >= addDays(-againDays - 1)(today)),
        E.traverseArray((day) =>
          pipe(
            hasLinksAgain(deps, plan, head, day),
            E.chain((has) => (has ? loadRun(deps, plan, day, head) : E.right(O.none))),
          ),
        ),
      ),
    ),
    E.map((runs) =>
      runs.flatMap((run) =>
        O.isSome(run) && run.value.messages.some(isLinkToSend) ? [run.value] : [],
      ),
    ),
  );
