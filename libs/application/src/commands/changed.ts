import { type PlanId, statementsOf } from '@trackrecord/domain';
import type { EventId } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { AssertionRecord } from '../ports/views.ts';
import { type HistoryAnswer, historyAnswer } from '../questions/history-answer.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import type { Done } from './carry-out.ts';

/** What a change did: the events, and what they changed as lines of the audit trail. */
export type Changed = Done &
  Readonly<{
    plan: string;
    /** The action that was changed; `null` where it was the plan, or several actions. */
    ref: string | null;
    changes: ReadonlyArray<HistoryAnswer>;
    /** The lines that it took back. */
    takenBack: ReadonlyArray<HistoryAnswer>;
  }>;

/** What events of some ids said. */
const saidByThese = (
  records: ReadonlyArray<AssertionRecord>,
  events: ReadonlyArray<EventId>,
): ReadonlyArray<AssertionRecord> => {
  const ids = new Set<string>(events);
  return records.filter(({ eventId }) => ids.has(eventId));
};

/** What a change says of itself. Others may have recorded something between it and where the views stand now. */
export const changedBy =
  (deps: Writable) =>
  (
    { plan, ref }: Readonly<{ plan: PlanId; ref: string | null }>,
    done: Done,
  ): E.Either<Failure, Changed> => {
    const { ordinal: head, events } = done;
    // Nothing can be asked of views that could not take the change in.
    if (head === null) return E.right({ ...done, plan, ref, changes: [], takenBack: [] });
    return pipe(
      E.Do,
      E.bind('records', () =>
        E.mapLeft(storage)(deps.views.recordsOf(streamOf('plan', plan), head, {})),
      ),
      // Asked of the log as it stands now: an undone import may leave no plan that a question could find.
      E.bind('rows', () =>
        historyAnswer(deps)(
          { plan, point: { asOf: endOfTime, knownAt: head }, knownAt: null, asIn: null },
          { withConfirmed: true },
        ),
      ),
      E.map(({ records, rows }) => {
        const said = saidByThese(
          records,
          events.map(({ id }) => id),
        );
        const retracted = saidByThese(
          records,
          events.flatMap((event) => statementsOf(event).retracts),
        );
        const [own, retractions] = [
          new Set(said.map(({ ordinal }) => ordinal)),
          new Set(retracted.map((record) => record.retracted?.ordinal)),
        ];
        return {
          ...done,
          plan,
          ref,
          changes: rows.filter(({ ordinal }) => own.has(ordinal)),
          takenBack: rows.filter((row) => row.retracted && retractions.has(row.retracted.ordinal)),
        };
      }),
    );
  };
