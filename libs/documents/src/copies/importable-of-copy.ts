import type { Importable, ImportedParty } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Into } from '../importing/importable-of.ts';
import type { Origin } from '../proposal/origin.ts';
import { placed } from '../proposal/placed.ts';
import type { Warning } from '../proposal/warning.ts';
import { partyKindOf } from '../recognisers/party-names.ts';
import type { Context } from '../reconcile/context.ts';
import { indicatorIdIn } from '../reconcile/indicator-id.ts';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { reconciliationOf } from '../reconcile/reconciliation-of.ts';
import { type Doing, namesInCell } from './copy-edits.ts';
import { underNoPlace } from './copy-form.ts';
import { type CopyField, type Edit, plainWords, type WrittenRows } from './copy-row.ts';
import { editsDone } from './edits-done.ts';
import { type Edited, editsInCopy } from './edits-in-copy.ts';
import {
  type Clash,
  clashKey,
  heldAgainstPlan,
  type Judged,
  mostGone,
} from './held-against-plan.ts';
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
  parties: WrittenRows['parties'],
): ReadonlyArray<ImportedParty> =>
  [...new Set(edits.flatMap(cellsWithNames).flatMap(namesInCell(parties)))]
    .filter((name) => !parties.has(name))
    .map((name) => ({ name, kind: partyKindOf(name), boardRoles: [] }));

const told = (text: string, message: string, from?: Origin): Warning => ({
  block: from?.block ?? 1,
  line: from?.line ?? 1,
  ...(from === undefined ? {} : placed(from)),
  text,
  message,
});

/** What of a copy was not taken as it stands there, besides what each edit says of itself. */
const doubtsIn = (
  { unknownHeadings }: Register,
  { edits }: Edited,
  { repeated }: Judged,
  { rows }: WrittenRows,
): Outcome => {
  const gone = edits.filter(({ _tag }) => _tag === 'Removed').length;
  return {
    ...nothing,
    warnings: [
      ...(gone <= mostGone(rows.length)
        ? []
        : [
            told(
              `${gone} of ${rows.length} actions`,
              'stood in the copy when it was made and do not stand in it now: so many are left in the plan, unless the copy’s side is taken. Was only a part of it sent back?',
            ),
          ]),
      ...unknownHeadings.map((block) =>
        told(
          wordsOf(block),
          'is no priority or enabler of the plan: the actions below it stay where they are. Accepted is a heading as the copy had it, such as “Priority 2: …”',
          { block: block.index, line: block.line, words: wordsOf(block), ...placed(block) },
        ),
      ),
      ...repeated.map(({ cells, from }) =>
        told(
          cells.action ?? '',
          'was added to the plan before, and says otherwise there by now: left as it stands. Change it in the plan',
          from,
        ),
      ),
    ],
  };
};

/** Why a copy cannot be held against what it was made from; `undefined` where it can. */
const unreadable = ({ rows, headless }: Register, { rows: written }: WrittenRows) => {
  const [first] = headless;
  if (first !== undefined)
    return `The copy has a table of actions without the head ${first.lacks} (${first.place}). Accepted is the table with the heads that it had: put it back, and send the copy again.`;
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
  const places = new Map([...written.places, ...now.places]);
  const parties = new Map([...now.parties, ...written.parties]);
  const headings = new Set([...places.keys()].map(plainWords));
  const register = rowsInCopy(whole, (one) => one === underNoPlace || headings.has(one));
  const why = unreadable(register, written);
  if (why !== undefined) return E.left(why);
  const rows = register.rows.map((row) =>
    row.isUnderHeading && row.cells.priority === underNoPlace
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
  return E.right({
    document,
    parties: strangers(edited.edits, parties),
    indicators: [],
    reconcile: (state, partyId) => {
      const indicatorId = indicatorIdIn(plan);
      const context: Context = { plan, title, timeZone, document, state, partyId, indicatorId };
      const doing: Doing = { context, parties, places };
      const outcome = together([
        doubtsIn(register, edited, judged, written),
        saidAgain(doing, edited.rows, stands, isDone),
        editsDone(doing, judged.edits),
      ]);
      return reconciliationOf(context, outcome, judged.clashes);
    },
    // It is about what was edited in it alone: nothing ends because a later copy does not say it.
    leftBehind: () => [],
  });
};
