import { type DomainEvent, type PlanId, statementsOf } from '@trackrecord/domain';
import type { Ordinal, Register } from '@trackrecord/kernel';
import { type HistoryAnswer, historyRows, isBookkeeping } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { AssertionRecord } from '../ports/views.ts';
import type { TrailNames } from '../questions/history-line.ts';
import { linesInWords, loadTrailNames } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import type { Done } from '../carrying-out/carry-out.ts';

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

type Deps = Pick<Readable, 'views'>;

const subjectsOf = (event: DomainEvent): ReadonlyArray<string> => [
  ...new Set(statementsOf(event).says.map(({ subject }) => subject)),
];

/** Whether each of some events speaks of one subject alone, from no document: it takes no more of the plan to tell of it. */
const areOfTheirSubjectsAlone = (events: ReadonlyArray<DomainEvent>): boolean =>
  events.every(
    (event) =>
      subjectsOf(event).length === 1 &&
      statementsOf(event).retracts.length === 0 &&
      event.source === undefined,
  );

/** The registers that some events changed, each once, as far as a trail shows them. */
const registersOf = (events: ReadonlyArray<DomainEvent>): ReadonlyArray<Register> => [
  ...new Map(
    events
      .flatMap((event) => statementsOf(event).says)
      .filter((said) => !isBookkeeping(said))
      .map(({ subject, field }) => [`${subject} ${field}`, { subject, field }] as const),
  ).values(),
];

type Told = Readonly<{ records: ReadonlyArray<AssertionRecord>; names: TrailNames }>;

/** What was ever said in the registers that some events changed, and what their subjects are called. */
const aboutTheirs = (
  deps: Deps,
  plan: PlanId,
  head: Ordinal,
  events: ReadonlyArray<DomainEvent>,
): E.Either<Failure, Told> =>
  pipe(
    E.Do,
    E.bind('records', () =>
      pipe(
        registersOf(events),
        E.traverseArray((register) => deps.views.recordsOf(streamOf('plan', plan), head, register)),
        E.bimap(storage, (records) => records.flat()),
      ),
    ),
    E.bind('names', () =>
      loadTrailNames(deps)(plan, head, [...new Set(events.flatMap(subjectsOf))]),
    ),
  );

/** The same of the whole plan, as the log stands now: an undone import may leave none that a question could find. */
const aboutPlan = (deps: Deps, plan: PlanId, head: Ordinal): E.Either<Failure, Told> =>
  pipe(
    E.Do,
    E.bind('records', () =>
      E.mapLeft(storage)(deps.views.recordsOf(streamOf('plan', plan), head, {})),
    ),
    E.bind('names', () => loadTrailNames(deps)(plan, head)),
  );

/** Every record that has to do with some events: for a rating what was said of its action, not of the plan. */
const tellingOf = (
  deps: Deps,
  plan: PlanId,
  head: Ordinal,
  events: ReadonlyArray<DomainEvent>,
): E.Either<Failure, Told> =>
  areOfTheirSubjectsAlone(events)
    ? aboutTheirs(deps, plan, head, events)
    : aboutPlan(deps, plan, head);

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
  (deps: Deps) =>
  (
    { plan, ref }: Readonly<{ plan: PlanId; ref: string | null }>,
    done: Done,
  ): E.Either<Failure, Changed> => {
    const { ordinal: head, events } = done;
    // Nothing can be asked of views that could not take the change in.
    if (head === null) return E.right({ ...done, plan, ref, changes: [], takenBack: [] });
    return pipe(
      E.Do,
      E.bind('told', () => tellingOf(deps, plan, head, events)),
      E.let('lines', ({ told: { records } }) => {
        const rows = historyRows(records, true);
        const { own, retractions } = ordinalsOf(records, events);
        return {
          changes: rows.filter(({ ordinal }) => own.has(ordinal)),
          takenBack: rows.filter((row) => row.retracted && retractions.has(row.retracted.ordinal)),
        };
      }),
      E.bind('changes', ({ told, lines }) => linesInWords(deps, told.names, lines.changes)),
      E.bind('takenBack', ({ told, lines }) => linesInWords(deps, told.names, lines.takenBack)),
      E.map(({ changes, takenBack }) => ({ ...done, plan, ref, changes, takenBack })),
    );
  };
