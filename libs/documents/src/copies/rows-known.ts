import { matchActions } from '../reconcile/match-actions.ts';
import { comparedWords, isSameCell, refAsked } from './compared-words.ts';
import type { CopyField, ReturnedRow, WrittenRow } from './copy-row.ts';
import { cellOf, editedIn, oneRow, rowKey } from './one-row.ts';

/** An action that stands in a copy several times, in rows that do not say the same. */
export type Repeated = Readonly<{
  row: ReturnedRow;
  /** Cells that were edited in two ways. */
  torn: ReadonlyArray<CopyField>;
}>;

/** A copy's rows by what they were written of. */
export type RowsKnown = Readonly<{
  known: ReadonlyMap<ReturnedRow, WrittenRow>;
  repeated: ReadonlyArray<Repeated>;
  added: ReadonlyArray<ReturnedRow>;
  /** Rows that stand in the copy besides another one of the same action. */
  again: ReadonlyArray<ReturnedRow>;
}>;

type Rows = ReadonlyArray<ReturnedRow>;
type Written = ReadonlyArray<WrittenRow>;
type Found = ReadonlyMap<ReturnedRow, WrittenRow>;

const saysCell = (field: CopyField, row: ReturnedRow, written: WrittenRow): boolean =>
  isSameCell(field, cellOf(row.cells, field), cellOf(written.cells, field));

const isNamed = ({ cells }: ReturnedRow): boolean =>
  refAsked(cellOf(cells, 'ref')) !== '' && comparedWords(cellOf(cells, 'action')) !== '';

/** What was written with a row's number and words. */
const writtenSo = (written: Written) => {
  const byKey = new Map(written.map((one) => [rowKey(one.cells), one]));
  return (row: ReturnedRow): WrittenRow | undefined =>
    isNamed(row) ? byKey.get(rowKey(row.cells)) : undefined;
};

/**
 * Rows whose id is not their own: sorted without the hidden column of ids, or pasted over others, they say number and
 * words of an action that no row with its own id says. So is the row of a new action that stands beside the id of one
 * whose row was moved away.
 */
const astray = (rows: Rows, written: Written): ReadonlySet<ReturnedRow> => {
  const [byId, so] = [new Map(written.map((one) => [one.id, one])), writtenSo(written)];
  const isOf = (row: ReturnedRow, one: WrittenRow): boolean =>
    saysCell('ref', row, one) || saysCell('action', row, one);
  const kept = new Set(
    rows.flatMap((row) => {
      const one = byId.get(row.id ?? '');
      return one !== undefined && isOf(row, one) ? [one.id] : [];
    }),
  );
  const lost = rows.filter((row) => {
    const [one, other] = [byId.get(row.id ?? ''), so(row)];
    const isOther = other !== undefined && other.id !== row.id && !kept.has(other.id);
    return one !== undefined && isOther && !isOf(row, one);
  });
  const isLost = new Set(lost);
  const elsewhere = new Set(
    rows.flatMap((row) => (row.id === undefined || isLost.has(row) ? [so(row)?.id ?? ''] : [])),
  );
  const beside = rows.filter((row) => {
    const one = byId.get(row.id ?? '');
    return one !== undefined && elsewhere.has(one.id) && !isOf(row, one);
  });
  return new Set([...lost, ...beside]);
};

/** Of rows with one id – one was copied to begin another – the one that is most like what was written is its own. */
const byId = (rows: Rows, written: Written): Found => {
  const rowsOf = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    written.flatMap((one) => {
      const [first, ...others] = rowsOf.get(one.id) ?? [];
      if (first === undefined) return [];
      const own = others.reduce(
        (best, row) => (editedIn(row, one).length < editedIn(best, one).length ? row : best),
        first,
      );
      return [[own, one] as const];
    }),
  );
};

const recognisable = ({ id, cells }: WrittenRow) => ({
  id,
  ref: cellOf(cells, 'ref'),
  label: '',
  title: comparedWords(cellOf(cells, 'action')),
  status: 'open' as const,
});

/** Rows without an id, by their words and refs: of a register those alone that say exactly what was written. */
const byWords = (rows: Rows, written: Written, hasIds: boolean): Found => {
  const proposed = rows.map((row) => ({
    row,
    ref: refAsked(cellOf(row.cells, 'ref')),
    title: comparedWords(cellOf(row.cells, 'action')),
  }));
  const own = new Map(written.map((one) => [one.id, one]));
  return new Map(
    matchActions(proposed, written.map(recognisable)).flatMap(({ proposed: { row }, existing }) => {
      const one = own.get(existing?.id ?? '');
      return one === undefined || (hasIds && !saysCell('action', row, one))
        ? []
        : [[row, one] as const];
    }),
  );
};

/** A row that was copied from another one has its note too, and that is no news of the new action. */
const withoutCopied =
  (written: Written) =>
  (row: ReturnedRow): ReturnedRow => {
    const { latestNote, ...cells } = row.cells;
    const ref = refAsked(cells.ref ?? '');
    const isFrom = (one: WrittenRow): boolean =>
      one.id === row.id || (ref !== '' && refAsked(cellOf(one.cells, 'ref')) === ref);
    const isCopied = written.some((one) => isFrom(one) && saysCell('latestNote', row, one));
    return latestNote === undefined || !isCopied ? row : { ...row, cells };
  };

/**
 * What a row was written of that stands in the copy besides another one of it: by number and words; in another table by id
 * and number too, where somebody kept a sheet twice and changed the words in one of them.
 */
const standingElsewhere = (found: Found, written: Written) => {
  const so = writtenSo(written);
  const there = new Map([...found].map(([row, one]) => [one.id, { row, one }]));
  return (row: ReturnedRow): WrittenRow | undefined => {
    const named = there.get(so(row)?.id ?? '');
    if (named !== undefined) return named.one;
    const own = there.get(row.id ?? '');
    return own !== undefined && own.row.table !== row.table && saysCell('ref', row, own.one)
      ? own.one
      : undefined;
  };
};

/** Recognises the rows of a copy: by their ids, else by number and words. What is recognised by nothing is new. */
export const rowsKnown = (rows: Rows, written: Written): RowsKnown => {
  const lost = astray(rows, written);
  const hasIds = rows.some(({ id }) => id !== undefined);
  const own = byId(
    rows.filter((row) => !lost.has(row)),
    written,
  );
  const taken = new Set(own.values());
  const found = new Map([
    ...own,
    ...byWords(
      rows.filter((row) => !own.has(row)),
      written.filter((one) => !taken.has(one)),
      hasIds,
    ),
  ]);
  const other = rows.filter((row) => !found.has(row));
  const again = Map.groupBy(other, standingElsewhere(found, written));
  const each = [...found].map(([row, one]) => {
    const more = again.get(one) ?? [];
    const whole = more.length === 0 ? { row, torn: [] } : oneRow([row, ...more], one);
    const isEdited = [row, ...more].some((each) => editedIn(each, one).length > 0);
    return { one, ...whole, isTold: more.length > 0 && isEdited };
  });
  return {
    known: new Map(each.map(({ one, row }) => [row, one])),
    repeated: each.flatMap(({ row, torn, isTold }) => (isTold ? [{ row, torn }] : [])),
    added: (again.get(undefined) ?? []).map(withoutCopied(written)),
    again: [...again].flatMap(([one, more]) => (one === undefined ? [] : more)),
  };
};
