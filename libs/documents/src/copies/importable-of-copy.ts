import type { Importable, ImportedParty } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { Document } from '../document/document.ts';
import type { Into } from '../importing/importable-of.ts';
import { partyKindOf } from '../recognisers/party-names.ts';
import type { Context } from '../reconcile/context.ts';
import { indicatorIdIn } from '../reconcile/indicator-id.ts';
import { nothing, together } from '../reconcile/outcome.ts';
import { reconciliationOf } from '../reconcile/reconciliation-of.ts';
import { comparedName, refAsked } from './compared-words.ts';
import { copyDoubts } from './copy-doubts.ts';
import type { Doing } from './copy-edits.ts';
import type { CopyField, Edit, WrittenRows } from './copy-row.ts';
import { editsDone } from './edits-done.ts';
import { editsInCopy } from './edits-in-copy.ts';
import { type Clash, clashKey, heldAgainstPlan } from './held-against-plan.ts';
import { namesInCell, partiesNamed, type PartiesNamed } from './names-in-copy.ts';
import { isPlaceName, placesNamed, withPlaceNames } from './places-in-copy.ts';
import { rowKey } from './one-row.ts';
import { type Register, rowsInCopy } from './rows-in-copy.ts';
import { saidAgain } from './said-again.ts';
import { tooManyRows } from './too-many-rows.ts';

/** What a copy that came back is judged by: its rows as it was made, and as they would be written now. */
export type CopyBase = Readonly<{ written: WrittenRows; now: WrittenRows }>;

const cellsWithNames = (edit: Edit): ReadonlyArray<string> => {
  switch (edit._tag) {
    case 'Changed':
      return edit.field === 'lead' || edit.field === 'support' ? [edit.was, edit.says] : [];
    case 'Added':
      return [edit.row.cells.lead ?? '', edit.row.cells.support ?? ''];
    case 'Removed':
      return [];
  }
};

/** Whom the edits name that the copy and the plan do not know. */
const strangers = (
  edits: ReadonlyArray<Edit>,
  parties: PartiesNamed,
): ReadonlyArray<ImportedParty> =>
  [...new Set(edits.flatMap(cellsWithNames).flatMap(namesInCell(parties)))]
    .filter((name) => !parties.has(comparedName(name)))
    .map((name) => ({ name, kind: partyKindOf(name), boardRoles: [] }));

/** Why a copy cannot be held against what it was made from; `undefined` where it can. */
const unreadable = ({ rows, headless }: Register, { rows: written }: WrittenRows) => {
  const [first] = headless;
  if (first !== undefined)
    return `The copy has a table of actions without ${first.lacks} (${first.place}). Accepted is the table with the heads that it had: put it back, and send the copy again.`;
  return rows.length === 0 && written.length > 0
    ? 'The copy has no table of actions any more. Accepted is the table with its heads, or the sheet “Actions”.'
    : tooManyRows(rows.length, written.length);
};

/**
 * A copy that Trackrecord wrote and that came back, ready to be held against its plan: only what was edited in it since
 * it was made changes anything, and what it repeats of the plan as it stands is said again.
 * @param isTaken whether the copy's side is chosen of an edit of what was changed otherwise meanwhile
 * @returns why it cannot be held against what it was made from, where its table of actions is not there as it was
 */
export const importableOfCopy = (
  whole: Document,
  { written, now }: CopyBase,
  { plan, title, timeZone }: Into,
  isTaken: (clash: Clash) => boolean,
): E.Either<string, Importable> => {
  const { name, sha256, blocks } = whole;
  const document = { sha256, name, blocks: blocks.length };
  const places = placesNamed(now.places, written.places);
  const parties = partiesNamed(now.parties, written.parties);
  const refs = new Set(written.rows.map(({ cells }) => refAsked(cells.ref ?? '')));
  const keys = new Set(written.rows.map(({ cells }) => rowKey(cells)));
  const register = rowsInCopy(whole, {
    isPlace: isPlaceName(places),
    isAction: (ref, action) => ref !== '' && keys.has(rowKey({ ref, action })),
    isRef: (ref) => refs.has(refAsked(ref)),
  });
  const why = unreadable(register, written);
  if (why !== undefined) return E.left(why);
  const rows = register.rows.map(withPlaceNames(places));
  const edited = editsInCopy(rows, written.rows);
  const judged = heldAgainstPlan(edited.edits, written.rows, now.rows, isTaken);
  const done = new Set(
    judged.edits.flatMap((edit) => (edit._tag === 'Changed' ? [clashKey(edit)] : [])),
  );
  const isDone = (id: string, field: CopyField) => done.has(clashKey({ id, field }));
  const stands = new Map(now.rows.map((row) => [row.id, row]));
  return E.right({
    document,
    parties: strangers(edited.edits, parties),
    indicators: [],
    reconcile: (state, partyId) => {
      const indicatorId = indicatorIdIn(plan);
      const context: Context = { plan, title, timeZone, document, state, partyId, indicatorId };
      const doing: Doing = { context, parties, places };
      const outcome = together([
        { ...nothing, warnings: copyDoubts(register, edited, judged, written.rows) },
        saidAgain(doing, edited.rows, stands, isDone),
        editsDone(doing, judged.edits),
      ]);
      return reconciliationOf(context, outcome, judged.clashes);
    },
    // It is about what was edited in it alone: nothing ends because a later copy does not say it.
    leftBehind: () => [],
  });
};
