import { type DomainEvent, type PlanId, statementsOf } from '@trackrecord/domain';
import type { Ordinal } from '@trackrecord/kernel';
import { type HistoryAnswer, historyRows } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { AssertionRecord } from '../ports/views.ts';
import { linesInWords, loadTrailNames } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
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

const subjectsOf = (event: DomainEvent): ReadonlyArray<string> => [
  ...new Set(statementsOf(event).says.map(({ subject }) => subject)),
];

/** The subjects that are all that some events speak of, each event of one; `undefined` where it takes the whole plan. */
const subjectsAlone = (events: ReadonlyArray<DomainEvent>): ReadonlyArray<string> | undefined =>
  events.every(
    (event) => subjectsOf(event).length === 1 && statementsOf(event).retracts.length === 0,
  )
    ? [...new Set(events.flatMap(subjectsOf))]
    : undefined;

/** Every record that has to do with some events: for a rating what was said of its action, not of the plan. */
const recordsAbout = (
  { views }: Pick<Readable, 'views'>,
  plan: PlanId,
  head: Ordinal,
  events: ReadonlyArray<DomainEvent>,
): E.Either<Failure, ReadonlyArray<AssertionRecord>> => {
  const subjects: ReadonlyArray<string | undefined> = subjectsAlone(events) ?? [undefined];
  return pipe(
    subjects,
    E.traverseArray((subject) => views.recordsOf(streamOf('plan', plan), head, { subject })),
    E.bimap(storage, (found) => found.flat()),
  );
};

/** The ordinals at which some events were recorded, and those at which what they took back was taken back. */
const ordinalsOf = (
  records: ReadonlyArray<AssertionRecord>,
  events: ReadonlyArray<DomainEvent>,
): Readonly<{ own: ReadonlySet<Ordinal>; retractions: ReadonlySet<Ordinal | undefined> }> => {
  const ids = new Set<string>(events.map(({ id }) => id));
  const gone = new Set<string>(events.flatMap((event) => statementsOf(event).retracts));
  return {
    own: new Set(records.filter(({ eventId }) => ids.has(eventId)).map(({ ordinal }) => ordinal)),
    retractions: new Set(
      records.filter(({ eventId }) => gone.has(eventId)).map(({ retracted }) => retracted?.ordinal),
    ),
  };
};

/** What a change says of itself. Others may have recorded something between it and where the views stand now. */
export const changedBy =
  (deps: Pick<Readable, 'views'>) =>
  (
    { plan, ref }: Readonly<{ plan: PlanId; ref: string | null }>,
    done: Done,
  ): E.Either<Failure, Changed> => {
    const { ordinal: head, events } = done;
    // Nothing can be asked of views that could not take the change in.
    if (head === null) return E.right({ ...done, plan, ref, changes: [], takenBack: [] });
    return pipe(
      E.Do,
      E.bind('records', () => recordsAbout(deps, plan, head, events)),
      // Names as the log stands now: an undone import may leave no plan that a question could find.
      E.bind('names', () => loadTrailNames(deps)(plan, head)),
      E.let('lines', ({ records }) => {
        const rows = historyRows(records, true);
        const { own, retractions } = ordinalsOf(records, events);
        return {
          changes: rows.filter(({ ordinal }) => own.has(ordinal)),
          takenBack: rows.filter((row) => row.retracted && retractions.has(row.retracted.ordinal)),
        };
      }),
      E.bind('changes', ({ names, lines }) => linesInWords(deps, names, lines.changes)),
      E.bind('takenBack', ({ names, lines }) => linesInWords(deps, names, lines.takenBack)),
      E.map(({ changes, takenBack }) => ({ ...done, plan, ref, changes, takenBack })),
    );
  };
