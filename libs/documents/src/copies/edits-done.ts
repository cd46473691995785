import { RenumberActions, ReopenAction, WithdrawAction } from '@trackrecord/domain';
import { type ActionState, listActions } from '@trackrecord/read-models';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { refOf, textOf } from '../reconcile/words-of.ts';
import { sourceOf } from '../reconcile/context.ts';
import { addedRows } from './added-rows.ts';
import { cellEdits } from './cell-edits.ts';
import { type Doing, type EditedAction, notDone, ordered } from './copy-edits.ts';
import { refAsked } from './compared-words.ts';
import type { Edit } from './copy-row.ts';

type Changed = Extract<Edit, { _tag: 'Changed' }>;
type Actions = ReadonlyMap<string, ActionState>;

const wholeCopy = { block: 1, line: 1, words: '' };

/** The edited cells by action, and what is edited of actions that the plan does not have on the import's date. */
const editedActions = (
  edits: ReadonlyArray<Edit>,
  actions: Actions,
): Readonly<{ edited: ReadonlyArray<EditedAction>; lost: Outcome }> => {
  const byId = [...Map.groupBy(edits.filter(isChanged), ({ id }) => id)];
  return {
    edited: byId.flatMap(([id, cells]) => {
      const [action, first] = [actions.get(id), cells[0]];
      return action === undefined || first === undefined
        ? []
        : [
            {
              action,
              from: first.from,
              cells: new Map(
                cells.map(({ field, was, says, from }) => [field, { was, says, from }]),
              ),
            },
          ];
    }),
    lost: together(
      byId.flatMap(([id, [first]]) =>
        first === undefined || actions.has(id)
          ? []
          : [
              notDone(
                first.from,
                first.says,
                'the plan does not have this action on the date that the copy is imported for: not changed',
              ),
            ],
      ),
    ),
  };
};

const isChanged = (edit: Edit): edit is Changed => edit._tag === 'Changed';

/** "Action 27." with another number in it. */
const labelWith = ({ ref, label }: ActionState, next: string): string =>
  label.includes(ref) ? label.replace(ref, () => next) : label;

/** All new numbers at once, as they may change places. A number that somebody else has is not taken. */
const renumbered = (
  doing: Doing,
  edited: ReadonlyArray<EditedAction>,
  actions: Actions,
  gone: ReadonlySet<string>,
): Readonly<{ outcome: Outcome; held: ReadonlySet<string> }> => {
  const asked = edited.flatMap((one) => {
    const says = refAsked(one.cells.get('ref')?.says ?? '');
    return one.cells.has('ref') ? [{ ...one, says }] : [];
  });
  const giving = new Set(asked.map(({ action }) => action.id));
  const held = new Set(
    [...actions.values()]
      // Whoever is not open has given up its number, and who is withdrawn with this copy gives it up.
      .filter(({ id, status }) => status === 'open' && !giving.has(id) && !gone.has(id))
      .map(({ ref }) => ref),
  );
  const isFree = ({ says }: (typeof asked)[number]): boolean =>
    says !== '' && !held.has(refOf(says)) && asked.filter((one) => one.says === says).length === 1;
  // A number that is not taken stays with its action: whoever wanted that one gives way too.
  const allFree = asked.every(isFree);
  const taken = allFree ? asked : [];
  const outcome = together([
    ...asked
      .filter((one) => !taken.includes(one))
      .map(({ action, from, says }) =>
        notDone(
          from,
          says,
          `action ${action.ref} keeps its number: “${says}” is ${says === '' ? 'none' : 'not free for each of those that were given new ones'}`,
        ),
      ),
    taken.length === 0
      ? nothing
      : ordered(
          doing,
          RenumberActions.of({
            renumbered: taken.map(({ action, says }) => ({
              action: refOf(action.id),
              ref: refOf(says),
              label: labelWith(action, says),
            })),
          }),
          taken[0]?.from ?? wholeCopy,
        ),
  ]);
  const now = allFree
    ? asked.map(({ says }) => refOf(says))
    : asked.map(({ action }) => action.ref);
  return { outcome, held: new Set([...held, ...now]) };
};

const withdrawn = (doing: Doing, edits: ReadonlyArray<Edit>, actions: Actions): Outcome =>
  together(
    edits.flatMap((edit) => {
      const action = edit._tag === 'Removed' ? actions.get(edit.id) : undefined;
      if (action === undefined || action.status === 'withdrawn') return [];
      const order = WithdrawAction.of({ action: refOf(action.id) });
      const gone = 'Its row was deleted in the copy.';
      const reopen =
        action.status === 'closed'
          ? ordered(doing, ReopenAction.of({ action: refOf(action.id) }), wholeCopy)
          : nothing;
      const source = sourceOf(doing.context, wholeCopy);
      return [reopen, { ...nothing, steps: [{ order, why: textOf(gone), source }] }];
    }),
  );

/** A chosen edit of an action that was withdrawn meanwhile brings it back. */
const broughtBack = (doing: Doing, edited: ReadonlyArray<EditedAction>): Outcome =>
  together(
    edited
      .filter(({ action }) => action.status === 'withdrawn')
      .map(({ action, from }) =>
        ordered(doing, ReopenAction.of({ action: refOf(action.id) }), from),
      ),
  );

const asOpen = (edited: EditedAction): EditedAction =>
  edited.action.status === 'withdrawn'
    ? { ...edited, action: { ...edited.action, status: 'open' } }
    : edited;

/** The orders that edits of a copy come to: numbers first, which all change at once, then each action, then new ones. */
export const editsDone = (doing: Doing, edits: ReadonlyArray<Edit>): Outcome => {
  const actions = new Map(
    listActions(doing.context.state.cut).map((action) => [action.id, action]),
  );
  const { edited, lost } = editedActions(edits, actions);
  const gone = new Set(edits.flatMap((edit) => (edit._tag === 'Removed' ? [edit.id] : [])));
  const numbers = renumbered(doing, edited, actions, gone);
  return together([
    lost,
    withdrawn(doing, edits, actions),
    broughtBack(doing, edited),
    numbers.outcome,
    ...edited.map((one) => cellEdits(doing, asOpen(one))),
    addedRows(
      doing,
      edits.flatMap((edit) => (edit._tag === 'Added' ? [edit.row] : [])),
      numbers.held,
    ),
  ]);
};
