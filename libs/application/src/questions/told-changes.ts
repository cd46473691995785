import {
  actionExists,
  actionNote,
  actionOwner,
  actionPlace,
  actionRating,
  actionRef,
  actionStatus,
  actionTimescale,
  actionTitle,
  lookupActionByRef,
  subjectOf,
} from '@trackrecord/domain';
import { canonicalJson, emptyCut, type Values } from '@trackrecord/kernel';
import {
  type AssertionRecord,
  type Change,
  type ChangeKind,
  type HistoryAnswer,
  type HistoryRow,
  historyRows,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';
import type { TrailNames } from './history-line.ts';
import { linesInWords, loadTrailNames } from './trail-of-plan.ts';

/**
 * A change with the lines of the audit trail that made it: who said it, on whose word, when and why. Of owners and notes
 * each one that came or went, in the order of their dates; of anything else the last that was said. A line that is
 * `retracted` made the change by being taken back. None where nobody said anything: silence, or an import that was undone.
 */
export type ToldChange = Change & Readonly<{ told: ReadonlyArray<HistoryAnswer> }>;

const fieldsOf: Readonly<Record<ChangeKind, ReadonlyArray<string>>> = {
  new: [actionExists.name],
  gone: [actionStatus.name],
  closed: [actionStatus.name],
  reopened: [actionStatus.name],
  're-rated': [actionRating.name],
  reworded: [actionTitle.name],
  moved: [actionPlace.name],
  renumbered: [actionRef.name],
  slipped: [actionTimescale.name],
  rescheduled: [actionTimescale.name],
  owners: [actionOwner.name],
  noted: [actionNote.name],
  silent: [],
};

/** A field of many registers is changed by each of them; any other by what was said last. */
const isSet = (kind: ChangeKind): boolean => kind === 'owners' || kind === 'noted';

type Ends = Readonly<{ from: Resolved; to: Resolved }>;

const counts =
  ({ asOf, documents }: Resolved['point']) =>
  ({ effectiveOn, document }: AssertionRecord): boolean =>
    effectiveOn <= asOf &&
    (documents === undefined || (document !== undefined && documents.has(document)));

const byTruth = (a: HistoryRow, b: HistoryRow): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.ordinal - b.ordinal;

/** That an action came into the plan is no line of a trail by itself, but here it is what is asked. */
const rowsIn = (records: ReadonlyArray<AssertionRecord>): ReadonlyArray<HistoryRow> => [
  ...historyRows(records, false),
  ...records
    .filter(
      ({ field, value, retracted }) =>
        field === actionExists.name && value !== null && retracted === undefined,
    )
    .slice(0, 1)
    .map((record): HistoryRow => ({ ...record, from: null, confirmed: false })),
];

const held = ({ point }: Resolved, { effectiveOn, ordinal }: HistoryRow): boolean =>
  effectiveOn <= point.asOf && ordinal <= point.knownAt;

const isOther = ({ from, value }: HistoryRow): boolean =>
  canonicalJson(from) !== canonicalJson(value);

/** What was said of an action's fields after the first end, and what was taken back of what held then. */
const rowsOf = ({ from }: Ends, kind: ChangeKind, rows: ReadonlyArray<HistoryRow>) => {
  const made = rows.filter(
    (row) => row.retracted === undefined && isOther(row) && !held(from, row),
  );
  const takenBack = rows.filter(
    (row) =>
      row.retracted !== undefined && held(from, row) && row.retracted.ordinal > from.point.knownAt,
  );
  const all = (isSet(kind) ? [...takenBack, ...made] : made.length > 0 ? made : takenBack).toSorted(
    byTruth,
  );
  return isSet(kind) ? all : all.slice(-1);
};

/** The action that a change is of: one that is gone is known by the ref that it had. */
const subjectIn = (ends: Readonly<{ before: Values; after: Values }>, { kind, ref }: Change) =>
  pipe(
    lookupActionByRef(kind === 'gone' ? ends.before : ends.after)(ref),
    O.match(
      () => '',
      (id) => subjectOf('action', id),
    ),
  );

const naming = ['exists', actionRef.name, actionStatus.name];

const refsAt = (deps: Readable, question: Resolved): E.Either<Failure, Values> =>
  pipe(
    cutFor(deps, question, naming),
    E.orElse((failure) => (failure._tag === 'Missing' ? E.right(emptyCut) : E.left(failure))),
  );

/** Everything that was said of the fields that changed, by the subject that it was said of. */
const recordsOf = (
  deps: Readable,
  { to }: Ends,
  changes: ReadonlyArray<Change>,
): E.Either<Failure, ReadonlyMap<string, ReadonlyArray<AssertionRecord>>> =>
  pipe(
    [...new Set(changes.flatMap(({ kind }) => fieldsOf[kind]))],
    E.traverseArray((field) =>
      deps.views.recordsOf(streamOf('plan', to.plan), to.point.knownAt, { field }),
    ),
    E.bimap(storage, (records) =>
      Map.groupBy(records.flat().filter(counts(to.point)), ({ subject }) => subject),
    ),
  );

const isOf =
  (kind: ChangeKind) =>
  ({ field }: AssertionRecord): boolean =>
    fieldsOf[kind].includes(field.split('/')[0] ?? '');

type Found = Readonly<{ change: Change; rows: ReadonlyArray<HistoryRow> }>;

/** The rows in words, all at once: whom they name is read of the directory once. */
const linesByRow = (
  deps: Readable,
  names: TrailNames,
  found: ReadonlyArray<Found>,
): E.Either<Failure, ReadonlyMap<HistoryRow, HistoryAnswer>> => {
  const rows = found.flatMap((one) => one.rows);
  return pipe(
    linesInWords(deps, names, rows),
    E.map(
      (lines) =>
        new Map(
          rows.flatMap((row, place) => {
            const line = lines[place];
            return line === undefined ? [] : [[row, line] as const];
          }),
        ),
    ),
  );
};

/** Says of each change between two questions to one plan who made it, when and why. */
export const toldChanges =
  (deps: Readable) =>
  (
    from: Resolved,
    to: Resolved,
    changes: ReadonlyArray<Change>,
  ): E.Either<Failure, ReadonlyArray<ToldChange>> =>
    pipe(
      E.Do,
      E.bind('before', () => refsAt(deps, from)),
      E.bind('after', () => refsAt(deps, to)),
      E.bind('records', () => recordsOf(deps, { from, to }, changes)),
      E.bind('names', () => loadTrailNames(deps)(to.plan, to.point.knownAt)),
      E.let('found', ({ before, after, records }) =>
        changes.map((change): Found => {
          const said = records.get(subjectIn({ before, after }, change)) ?? [];
          const rows = rowsIn(said.filter(isOf(change.kind)));
          return { change, rows: rowsOf({ from, to }, change.kind, rows) };
        }),
      ),
      E.bind('lines', ({ found, names }) => linesByRow(deps, names, found)),
      E.map(({ found, lines }) =>
        found.map(({ change, rows }) => ({
          ...change,
          told: rows.flatMap((row) => lines.get(row) ?? []),
        })),
      ),
    );
