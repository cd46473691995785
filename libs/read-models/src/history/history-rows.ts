import { notRated } from '@trackrecord/domain';
import type { Json, Ordinal } from '@trackrecord/kernel';
import type { AssertionRecord, HistoryRow } from './history-row.ts';

/** Fields that say how the log keeps its books, not what happened. */
const bookkeeping: ReadonlySet<string> = new Set(['updated', 'exists', 'created', 'noted']);

/** True before, recorded before: the order in which things held. */
const byTruth = (a: AssertionRecord, b: AssertionRecord): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.ordinal - b.ordinal;

const registerOf = ({ subject, field }: AssertionRecord): string => `${subject} ${field}`;

/** An action that comes into a plan is not rated: that follows, nobody has said it. */
const isImplied = ({ type, field, value }: AssertionRecord): boolean =>
  type === 'ActionCreated' && field === 'rating' && value === notRated;

/** What held just before; a rating given on the very date of the action's creation came after nothing. */
const fromOf = (held: AssertionRecord | undefined, row: AssertionRecord): Json =>
  held === undefined || (isImplied(held) && held.effectiveOn === row.effectiveOn)
    ? null
    : held.value;

type Walk = Readonly<{ held: Map<string, AssertionRecord>; rows: HistoryRow[] }>;

const step = ({ held, rows }: Walk, row: AssertionRecord): Walk => {
  const key = registerOf(row);
  const confirmed = row.firstSaidBy !== row.eventId;
  rows.push({ ...row, from: fromOf(held.get(key), row), confirmed });
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
    .filter(({ field }) => !bookkeeping.has(field.split('/')[0] ?? ''))
    .toSorted(byTruth)
    .reduce(step, { held: new Map<string, AssertionRecord>(), rows: [] })
    .rows.filter((row) => (withConfirmed || !row.confirmed) && !isImplied(row))
    .toSorted(byOrdinal);
