import type { Origin } from '../proposal/origin.ts';
import { isSameCell } from './edits-in-copy.ts';
import type { CopyField, Edit, ReturnedRow, WrittenRow } from './copy-row.ts';

/**
 * An edit of a copy whose cell the plan changed too since the copy was made: both are told, and somebody chooses.
 * `field` is `row` where the row is gone on one side.
 */
export type Clash = Readonly<{
  /** The action's id. */
  id: string;
  ref: string;
  field: CopyField | 'row';
  was: string;
  now: string;
  says: string;
  from?: Origin;
}>;

/** What of a copy's edits is to be done, and which of them clash with what was recorded meanwhile. */
export type Judged = Readonly<{ edits: ReadonlyArray<Edit>; clashes: ReadonlyArray<Clash> }>;

/** By what a clash is chosen: "14 rating". */
export const clashKey = ({ id, field }: Readonly<{ id: string; field: string }>): string =>
  `${id} ${field}`;

type Rows = ReadonlyMap<string, WrittenRow>;
type Verdict = Readonly<{ _tag: 'Do' }> | Readonly<{ _tag: 'Done' }> | Clash;

const refOf = (rows: Rows, id: string): string => rows.get(id)?.cells.ref ?? id;

const gone = 'no longer in the plan';

const ofChange = (
  { id, field, was, says, from }: Extract<Edit, { _tag: 'Changed' }>,
  written: Rows,
  now: Rows,
): Verdict => {
  const clash = { id, ref: refOf(written, id), field, was, says, from };
  const row = now.get(id);
  if (row === undefined) return { ...clash, field: 'row', now: gone };
  const stands = row.cells[field] ?? '';
  if (isSameCell(field, says, stands)) return { _tag: 'Done' };
  // A new note stands beside others.
  const isFree = field === 'newNote' || isSameCell(field, stands, was);
  return isFree ? { _tag: 'Do' } : { ...clash, now: stands };
};

const changedCells = (before: WrittenRow, after: WrittenRow): ReadonlyArray<string> =>
  Object.entries(after.cells).flatMap(([field, words]) =>
    words === Object.entries(before.cells).find(([one]) => one === field)?.[1] ? [] : [words],
  );

const ofRemoval = (
  { id }: Extract<Edit, { _tag: 'Removed' }>,
  written: Rows,
  now: Rows,
): Verdict => {
  const [before, after] = [written.get(id), now.get(id)];
  if (after === undefined || before === undefined) return { _tag: 'Done' };
  const changed = changedCells(before, after);
  return changed.length === 0
    ? { _tag: 'Do' }
    : {
        id,
        ref: refOf(written, id),
        field: 'row',
        was: before.cells.action ?? '',
        now: changed.join('; '),
        says: 'deleted',
      };
};

/** A row that somebody else added meanwhile, with the same words, is there already. */
const isThere = ({ cells }: ReturnedRow, written: Rows, now: Rows): boolean =>
  [...now.values()].some(
    (row) =>
      !written.has(row.id) && isSameCell('action', cells.action ?? '', row.cells.action ?? ''),
  );

/**
 * Holds the edits of a copy against the plan as it stands: what nobody touched since is to be done, what was done
 * already is nothing new, and what was changed otherwise meanwhile is a clash.
 * @param written the rows as the copy was made with
 * @param now the rows as they would be written now
 * @param isTaken whether the copy's side of a clash is chosen
 */
export const heldAgainstPlan = (
  edits: ReadonlyArray<Edit>,
  written: ReadonlyArray<WrittenRow>,
  now: ReadonlyArray<WrittenRow>,
  isTaken: (clash: Clash) => boolean,
): Judged => {
  const byId = (rows: ReadonlyArray<WrittenRow>): Rows => new Map(rows.map((row) => [row.id, row]));
  const [before, after] = [byId(written), byId(now)];
  const verdictOn = (edit: Edit): Verdict => {
    switch (edit._tag) {
      case 'Changed':
        return ofChange(edit, before, after);
      case 'Removed':
        return ofRemoval(edit, before, after);
      case 'Added':
        return { _tag: isThere(edit.row, before, after) ? 'Done' : 'Do' };
    }
  };
  const judged = edits.map((edit) => ({ edit, verdict: verdictOn(edit) }));
  return {
    edits: judged.flatMap(({ edit, verdict }) => {
      if ('_tag' in verdict) return verdict._tag === 'Do' ? [edit] : [];
      return isTaken(verdict) ? [edit] : [];
    }),
    clashes: judged.flatMap(({ verdict }) => ('_tag' in verdict ? [] : [verdict])),
  };
};
