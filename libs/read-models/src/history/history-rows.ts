import { notRated } from '@trackrecord/domain';
import type { Json, Ordinal } from '@trackrecord/kernel';
import type { AssertionRecord, HistoryRow, TrailRecord } from './history-row.ts';

/**
 * What is no line of any trail: fields that say how the log keeps its books (but for an item's being there no
 * longer), and that an action which comes into a plan is not rated, which follows, and nobody has said.
 */
export const leftOutOfTrails = {
  fields: ['updated', 'exists', 'created', 'noted'],
  implied: { type: 'ActionCreated', field: 'rating', value: notRated },
} as const;

const bookkeeping: ReadonlySet<string> = new Set(leftOutOfTrails.fields);

/** True before, recorded before: the order in which things held. */
const byTruth = (a: AssertionRecord, b: AssertionRecord): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.ordinal - b.ordinal;

const registerOf = ({ subject, field }: AssertionRecord): string => `${subject} ${field}`;

type Before = NonNullable<TrailRecord['before']>;

/** Whether something that was said is no line of any trail: how the log keeps its books. */
export const isBookkeeping = ({
  field,
  value,
}: Pick<AssertionRecord, 'field' | 'value'>): boolean =>
  value !== null && bookkeeping.has(field.split('/')[0] ?? '');

const isImplied = ({ type, field, value }: Before): boolean =>
  type === leftOutOfTrails.implied.type &&
  field === leftOutOfTrails.implied.field &&
  value === leftOutOfTrails.implied.value;

/** What held just before; a rating given on the very date of the action's creation came after nothing. */
const fromOf = (held: Before | null, row: AssertionRecord): Json =>
  held === null || (isImplied(held) && held.effectiveOn === row.effectiveOn) ? null : held.value;

/** A line of a trail, from its record and what its register held before. */
const rowOf = (record: AssertionRecord, before: Before | null): HistoryRow => ({
  ...record,
  from: fromOf(before, record),
  confirmed: record.firstSaidBy !== record.eventId,
});

/** A line of a trail that was read by pages: as `historyRows` makes it of all records. */
export const historyRowOf = ({ place: _, before, ...record }: TrailRecord): HistoryRow =>
  rowOf(record, before);

type Walk = Readonly<{ held: Map<string, AssertionRecord>; rows: HistoryRow[] }>;

const step = ({ held, rows }: Walk, row: AssertionRecord): Walk => {
  const key = registerOf(row);
  rows.push(rowOf(row, held.get(key) ?? null));
  // What was taken back never held: nothing follows from it.
  if (row.retracted === undefined) held.set(key, row);
  return { held, rows };
};

const byOrdinal = (a: Readonly<{ ordinal: Ordinal }>, b: Readonly<{ ordinal: Ordinal }>): number =>
  a.ordinal - b.ordinal;

/**
 * The audit trail of assertions, in the order in which they were recorded: what each field became and
 * what it had been on that date, as known at the time of the question.
 * @param records every assertion known by then about the registers in question, retracted ones too
 * @param withConfirmed whether to list what documents merely said again
 */
export const historyRows = (
  records: ReadonlyArray<AssertionRecord>,
  withConfirmed: boolean,
): ReadonlyArray<HistoryRow> =>
  records
    .toSorted(byTruth)
    .reduce(step, { held: new Map<string, AssertionRecord>(), rows: [] })
    .rows.filter(
      (row) => (withConfirmed || !row.confirmed) && !isImplied(row) && !isBookkeeping(row),
    )
    .toSorted(byOrdinal);
