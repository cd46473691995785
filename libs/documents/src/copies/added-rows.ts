import { CreateAction, type Place, type Ref } from '@trackrecord/domain';
import { type ActionState, listActions } from '@trackrecord/read-models';
import { newId, usedIds } from '../reconcile/known-actions.ts';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { refOf, textOf } from '../reconcile/words-of.ts';
import { cellEdits } from './cell-edits.ts';
import { type Doing, type EditedAction, notDone, ordered } from './copy-edits.ts';
import { refAsked } from './compared-words.ts';
import { plainWords, type ReturnedRow } from './copy-row.ts';
import { originOfCell } from './one-row.ts';
import { placeSaid, unknownPlace } from './place-edits.ts';

const nowhere: Place = { results: [] };

/** The number after the highest that the plan's actions have. */
const nextRef = (taken: ReadonlySet<string>): string => {
  const numbers = [...taken].map((ref) => Number(/^\d{1,6}$/u.exec(ref)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1);
};

/** A new action as its row's other cells find it. */
const created = (id: Ref, ref: string, title: string, under: Place): ActionState => ({
  id,
  ref,
  label: '',
  title,
  under,
  rating: 'Not rated',
  status: 'open',
  owners: [],
  timescale: null,
  notes: [],
  crossReferences: [],
  knownAs: [],
  requests: [],
  createdOn: null,
  lastUpdatedOn: null,
});

/** The cells that creating an action does not say itself, as if they had been empty before. */
const otherCells = (row: ReturnedRow): EditedAction['cells'] =>
  new Map(
    Object.entries(row.cells).flatMap(([field, says]) =>
      ['ref', 'action', 'priority', 'theme', 'result'].includes(field) ||
      plainWords(says) === '' ||
      (field === 'status' && says.trim().toLowerCase() === 'open') ||
      (field === 'rating' && says.trim().toLowerCase() === 'not rated')
        ? []
        : [[field, { was: '', says, from: originOfCell(row, field) }] as const],
    ),
  );

/** The numbers that open actions hold, those that any action ever had, and the ids that are used. */
type Taken = Readonly<{
  held: ReadonlySet<string>;
  refs: ReadonlySet<string>;
  ids: ReadonlySet<string>;
}>;

const addedRow = (
  doing: Doing,
  row: ReturnedRow,
  taken: Taken,
): Outcome & { ref: string; id: string } => {
  const { cells, from } = row;
  const title = (cells.action ?? '').trim();
  const asked = refAsked(cells.ref ?? '');
  if (title === '') {
    const message =
      'a row without the words of an action: not taken. Accepted is a row with them in the column “Action”';
    return { ...notDone(from, Object.values(cells).join(' ').trim(), message), ref: '', id: '' };
  }
  const isFree = asked !== '' && !taken.held.has(refOf(asked));
  const ref = refOf(isFree ? asked : nextRef(new Set([...taken.refs, ...taken.held])));
  const id = newId(taken.ids, ref);
  const places = new Map(Object.entries(cells).map(([field, says]) => [field, { says }]));
  const { place: under, unknown } = placeSaid(doing, nowhere, places);
  const label = `${ref}.`;
  const action = created(id, ref, title, under);
  return {
    ref,
    id,
    ...together([
      isFree || asked === ''
        ? nothing
        : notDone(from, asked, `the number ${asked} is another action’s: the new one has ${ref}`),
      ...unknown.map((words) => notDone(from, words, unknownPlace(words))),
      ordered(
        doing,
        CreateAction.of({ action: id, ref, label, title: textOf(title), under }),
        from,
      ),
      cellEdits(doing, { action, from, cells: otherCells(row) }),
    ]),
  };
};

/**
 * New actions, of rows that the copy was not made with.
 * @param numbers what open actions are numbered once those that were edited have their new numbers
 */
export const addedRows = (
  doing: Doing,
  rows: ReadonlyArray<ReturnedRow>,
  numbers: ReadonlySet<string>,
): Outcome => {
  const { state } = doing.context;
  const held = new Set(numbers);
  const refs = new Set(listActions(state.cut).map(({ ref }) => ref));
  const ids = new Set(usedIds(state));
  return together(
    rows.map((row) => {
      const { ref, id, ...outcome } = addedRow(doing, row, { held, refs, ids });
      held.add(ref);
      ids.add(`action:${id}`);
      return outcome;
    }),
  );
};
