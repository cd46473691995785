import {
  actionNote,
  actionOwner,
  actionPlace,
  actionRating,
  actionRef,
  actionStatus,
  actionTimescale,
  actionTitle,
  subjectOf,
} from '@trackrecord/domain';
import { heldBy } from '@trackrecord/kernel';
import { type ActionState, listActions } from '@trackrecord/read-models';
import { confirming } from '../reconcile/judge.ts';
import { nothing, type Outcome, together } from '../reconcile/outcome.ts';
import { type Doing, partiesOf } from './copy-edits.ts';
import { type CopyField, type ReturnedRow, type WrittenRow } from './copy-row.ts';
import { namesInCell } from './names-in-copy.ts';
import { says } from './one-row.ts';

/** Owners whom a cell names, and who have that role already. */
const ownersIn = (
  doing: Doing,
  { owners }: ActionState,
  role: 'lead' | 'support',
  words: string,
): ReadonlyArray<string> => {
  const named = new Set<string>(
    namesInCell(doing.parties)(words).flatMap((name) => partiesOf(doing, name)),
  );
  return owners
    .filter(({ id, value }) => value === role && named.has(id))
    .map(({ id }) => `${actionOwner.name}/${id}`);
};

/** The registers that a cell repeats where it says what stands. */
const fieldsOf = (
  doing: Doing,
  action: ActionState,
  cell: CopyField,
  words: string,
): ReadonlyArray<string> => {
  switch (cell) {
    case 'ref':
      return [actionRef.name];
    case 'action':
      return [actionTitle.name];
    case 'priority':
      return [actionPlace.name];
    case 'rating':
      return [actionRating.name];
    case 'lead':
    case 'support':
      return ownersIn(doing, action, cell, words);
    case 'byWhen':
      return [actionTimescale.name];
    case 'status':
      return [actionStatus.name];
    case 'latestNote': {
      const latest = action.notes
        .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
        .at(-1);
      return latest === undefined ? [] : [`${actionNote.name}/${latest.id}`];
    }
    // Said with others: a place by its priority, a date by its words.
    case 'theme':
    case 'result':
    case 'due':
    case 'newNote':
      return [];
  }
};

const isField = (name: string, cells: ReturnedRow['cells']): name is CopyField =>
  Object.hasOwn(cells, name);

/**
 * What a copy says again, on its date: every cell that says what the plan says now, and of a cell of owners that was
 * edited those who stay.
 * @param now the rows as they would be written now, by the actions' ids
 * @param isDone whether a cell was edited, and its edit is done
 */
export const saidAgain = (
  doing: Doing,
  rows: ReadonlyMap<ReturnedRow, WrittenRow>,
  now: ReadonlyMap<string, WrittenRow>,
  isDone: (id: string, field: CopyField) => boolean,
): Outcome => {
  const { cut } = doing.context.state;
  const actions = new Map(listActions(cut).map((action) => [action.id, action]));
  /** What another cell of the row changed: a date beside the words of its timescale, a theme of a place. */
  const changedBeside = (id: string, field: CopyField): boolean => {
    switch (field) {
      case 'byWhen':
        return isDone(id, 'due');
      case 'priority':
        return isDone(id, 'theme') || isDone(id, 'result');
      default:
        return false;
    }
  };
  const repeats = (row: ReturnedRow, id: string, field: CopyField, stands: WrittenRow): boolean =>
    (says(row, field, stands.cells[field] ?? '') && !changedBeside(id, field)) ||
    ((field === 'lead' || field === 'support') && isDone(id, field));
  const ofRow = ([row, { id }]: readonly [ReturnedRow, WrittenRow]): ReadonlyArray<Outcome> => {
    const [action, stands] = [actions.get(id), now.get(id)];
    if (action === undefined || stands === undefined) return [];
    const subject = subjectOf('action', id);
    const { cells } = row;
    const agreeing = Object.entries(cells).flatMap(([field, words]) =>
      isField(field, cells) && repeats(row, id, field, stands)
        ? fieldsOf(doing, action, field, words)
        : [],
    );
    return ['exists', ...agreeing].map((field) => {
      const held = heldBy(cut, subject, field);
      return held === undefined || held.value === null
        ? nothing
        : confirming({ subject, field }, held);
    });
  };
  return together([...rows].flatMap(ofRow));
};
