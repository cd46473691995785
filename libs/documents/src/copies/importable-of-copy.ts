import type { Importable, ImportedParty } from '@trackrecord/application/ports';
import type { Document } from '../document/document.ts';
import type { Into } from '../importing/importable-of.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { partyKindOf } from '../recognisers/party-names.ts';
import type { Context } from '../reconcile/context.ts';
import { indicatorIdIn } from '../reconcile/indicator-id.ts';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { reconciliationOf } from '../reconcile/reconciliation-of.ts';
import { type Doing, namesInCell } from './copy-edits.ts';
import { type CopyField, type Edit, plainWords, type WrittenRows } from './copy-row.ts';
import { editsDone } from './edits-done.ts';
import { type Edited, editsInCopy } from './edits-in-copy.ts';
import { type Clash, clashKey, heldAgainstPlan } from './held-against-plan.ts';
import { proposalOfCopy, remarksOfCopy } from './proposal-of-copy.ts';
import { rowsInCopy } from './rows-in-copy.ts';
import { saidAgain } from './said-again.ts';

/** What a copy that came back is judged by: its rows as it was made, and as they would be written now. */
export type CopyBase = Readonly<{ written: WrittenRows; now: WrittenRows }>;

/** A copy that came back, as it is taken in, and what is told of it. */
export type ReturnedCopy = Readonly<{
  importable: Importable;
  document: Document;
  proposal: ProposedPlan;
}>;

/** What stands above the actions of a paper that are under no priority. */
const underNone = 'Under no priority';

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
  parties: WrittenRows['parties'],
): ReadonlyArray<ImportedParty> =>
  [...new Set(edits.flatMap(cellsWithNames).flatMap(namesInCell))]
    .filter((name) => !parties.has(name))
    .map((name) => ({ name, kind: partyKindOf(name), boardRoles: [] }));

/** More than this share of the rows missing is hardly meant: it is told first. */
const manyGone = 1 / 3;

const goneInNumbers = ({ edits }: Edited, { rows }: WrittenRows): Outcome => {
  const gone = edits.filter(({ _tag }) => _tag === 'Removed').length;
  return gone <= rows.length * manyGone
    ? nothing
    : {
        ...nothing,
        warnings: [
          {
            block: 1,
            line: 1,
            text: `${gone} of ${rows.length} actions`,
            message:
              'stood in the copy when it was made and do not stand in it now: recording it withdraws them. Was only a part of it sent back?',
          },
        ],
      };
};

/**
 * A copy that Trackrecord wrote and that came back, ready to be held against its plan: only what was edited in it since
 * it was made changes anything, and what it repeats of the plan as it stands is said again.
 * @param isTaken whether the copy's side is chosen of an edit of what was changed otherwise meanwhile
 */
export const importableOfCopy = (
  whole: Document,
  { written, now }: CopyBase,
  { plan, title, timeZone }: Into,
  isTaken: (clash: Clash) => boolean,
): ReturnedCopy => {
  const { name, sha256, blocks } = whole;
  const document = { sha256, name, blocks: blocks.length };
  const places = new Map([...written.places, ...now.places]);
  const parties = new Map([...now.parties, ...written.parties]);
  const isPlace = (heading: string) => heading === underNone || places.has(heading);
  const rows = rowsInCopy({ blocks }, isPlace).map((row) =>
    plainWords(row.cells.priority ?? '') === underNone
      ? { ...row, cells: { ...row.cells, priority: '' } }
      : row,
  );
  const edited = editsInCopy(rows, written.rows);
  const judged = heldAgainstPlan(edited.edits, written.rows, now.rows, isTaken);
  const done = new Set(
    judged.edits.flatMap((edit) => (edit._tag === 'Changed' ? [clashKey(edit)] : [])),
  );
  const isDone = (id: string, field: CopyField) => done.has(clashKey({ id, field }));
  const stands = new Map(now.rows.map((row) => [row.id, row]));
  const importable: Importable = {
    document,
    parties: strangers(edited.edits, parties),
    indicators: [],
    reconcile: (state, partyId) => {
      const indicatorId = indicatorIdIn(plan);
      const context: Context = { plan, title, timeZone, document, state, partyId, indicatorId };
      const doing: Doing = { context, parties, places };
      const outcome = together([
        goneInNumbers(edited, written),
        saidAgain(doing, edited.rows, stands, isDone),
        editsDone(doing, judged.edits),
      ]);
      return reconciliationOf(context, outcome, judged.clashes);
    },
    // It is about what was edited in it alone: nothing ends because a later copy does not say it.
    leftBehind: () => [],
  };
  return {
    importable,
    document: { ...whole, remarks: remarksOfCopy(whole) },
    proposal: proposalOfCopy(whole, rows),
  };
};
