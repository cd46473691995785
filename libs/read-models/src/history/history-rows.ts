import { notRated } from '@trackrecord/domain';
import type { Json, Ordinal } from '@trackrecord/kernel';
import type { AssertionRecord, HistoryRow } from './history-row.ts';

/** Fields that say how the log keeps its books, not what happened. */
const bookkeeping: ReadonlySet<string> = new Set(['updated', 'exists', 'created', 'noted']);

/** True before, recorded before: the order in which things held. */
const byTruth = (a: AssertionRecord, b: AssertionRecord): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.ordinal - b.ordinal;

const registerOf = ({ subject, field }: AssertionRecord): string => `${subject} ${field}`;

const withFrom = (held: Json, row: AssertionRecord): HistoryRow => ({
  ...row,
  from: held,
  confirmed: row.firstSaidBy !== row.eventId,
});

type Walk = Readonly<{ held: Map<string, Json>; rows: HistoryRow[] }>;

const step = ({ held, rows }: Walk, row: AssertionRecord): Walk => {
  const key = registerOf(row);
  rows.push(withFrom(held.get(key) ?? null, row));
  // What was taken back never held: nothing follows from it.
  if (row.retracted === undefined) held.set(key, row.value);
  return { held, rows };
};

/** "Not rated" at an action's creation is no news. */
const isFirstUnrated = ({ field, from, value }: HistoryRow): boolean =>
  field === 'rating' && from === null && value === notRated;

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
    .filter(({ field }) => !bookkeeping.has(field.split('/')[0] ?? ''))
    .toSorted(byTruth)
    .reduce(step, { held: new Map<string, Json>(), rows: [] })
    .rows.filter((row) => (withConfirmed || !row.confirmed) && !isFirstUnrated(row))
    .toSorted(byOrdinal);
