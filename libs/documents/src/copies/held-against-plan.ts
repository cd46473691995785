import type { Origin } from '../proposal/origin.ts';
import { isSameCell, refAsked } from './compared-words.ts';
import { isCopyField } from './copy-fields.ts';
import { actionHeads } from './copy-form.ts';
import {
  type CopyField,
  type Edit,
  plainWords,
  type ReturnedRow,
  type WrittenRow,
} from './copy-row.ts';

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
export type Judged = Readonly<{
  edits: ReadonlyArray<Edit>;
  clashes: ReadonlyArray<Clash>;
  /** Rows that were added before and say otherwise than what they became: left as that stands. */
  repeated: ReadonlyArray<ReturnedRow>;
}>;

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
  // A note stands beside others.
  const isNote = field === 'newNote' || field === 'latestNote';
  const isFree = isNote || isSameCell(field, stands, was);
  return isFree ? { _tag: 'Do' } : { ...clash, now: stands };
};

/** What another wrote into an action's cells meanwhile; a column that one side lacks is empty there. */
const changedCells = (before: WrittenRow, after: WrittenRow): ReadonlyArray<string> =>
  [...new Set([...Object.keys(before.cells), ...Object.keys(after.cells)])]
    .filter(isCopyField)
    .flatMap((field) => {
      const [was, is] = [before.cells[field] ?? '', after.cells[field] ?? ''];
      return isSameCell(field, was, is)
        ? []
        : [is === '' ? `no ${actionHeads[field].toLowerCase()}` : is];
    });

const ofRemoval = (
  { id }: Extract<Edit, { _tag: 'Removed' }>,
  written: Rows,
  now: Rows,
  isMany: boolean,
): Verdict => {
  const [before, after] = [written.get(id), now.get(id)];
  if (after === undefined || before === undefined) return { _tag: 'Done' };
  const changed = changedCells(before, after);
  return changed.length === 0 && !isMany
    ? { _tag: 'Do' }
    : {
        id,
        ref: refOf(written, id),
        field: 'row',
        was: before.cells.action ?? '',
        now: changed.length === 0 ? 'as it was' : changed.join('; '),
        says: 'deleted',
      };
};

/** The action that a row became that was added before, here or by somebody else: the one with the same words. */
const standing = ({ cells }: ReturnedRow, written: Rows, now: Rows): WrittenRow | undefined =>
  [...now.values()].find(
    (row) =>
      !written.has(row.id) && isSameCell('action', cells.action ?? '', row.cells.action ?? ''),
  );

/** Whether a row that stands in the plan says more than that, or otherwise. A number that others have was not given. */
const isOtherwise = ({ cells }: ReturnedRow, stands: WrittenRow, now: Rows): boolean => {
  const isOthers = (ref: string): boolean =>
    [...now.values()].some(
      (row) => row.id !== stands.id && refAsked(row.cells.ref ?? '') === refAsked(ref),
    );
  return Object.entries(cells).some(
    ([field, words]) =>
      isCopyField(field) &&
      field !== 'newNote' &&
      plainWords(words) !== '' &&
      !isSameCell(field, words, stands.cells[field] ?? '') &&
      !(field === 'ref' && isOthers(words)),
  );
};

/** More rows than these gone are hardly meant, but that a part of the copy came back: they are left to be chosen. */
export const mostGone = (written: number): number => Math.max(3, Math.floor(written / 3));

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
  const isMany = edits.filter(({ _tag }) => _tag === 'Removed').length > mostGone(written.length);
  const verdictOn = (edit: Edit): Verdict => {
    switch (edit._tag) {
      case 'Changed':
        return ofChange(edit, before, after);
      case 'Removed':
        return ofRemoval(edit, before, after, isMany);
      case 'Added':
        return { _tag: standing(edit.row, before, after) === undefined ? 'Do' : 'Done' };
    }
  };
  const judged = edits.map((edit) => ({ edit, verdict: verdictOn(edit) }));
  return {
    edits: judged.flatMap(({ edit, verdict }) => {
      if ('_tag' in verdict) return verdict._tag === 'Do' ? [edit] : [];
      return isTaken(verdict) ? [edit] : [];
    }),
    clashes: judged.flatMap(({ verdict }) => ('_tag' in verdict ? [] : [verdict])),
    repeated: edits.flatMap((edit) => {
      const stands = edit._tag === 'Added' ? standing(edit.row, before, after) : undefined;
      return edit._tag === 'Added' && stands !== undefined && isOtherwise(edit.row, stands, after)
        ? [edit.row]
        : [];
    }),
  };
};
