import {
  actionLabel,
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
import type { Doing } from './copy-edits.ts';
import { type CopyField, type ReturnedRow, type WrittenRow } from './copy-row.ts';
import { isSameCell } from './edits-in-copy.ts';

/** The registers that a cell repeats where it says what stands. */
const fieldsOf = ({ owners, notes }: ActionState, cell: CopyField): ReadonlyArray<string> => {
  switch (cell) {
    case 'ref':
      return [actionRef.name, actionLabel.name];
    case 'action':
      return [actionTitle.name];
    case 'priority':
      return [actionPlace.name];
    case 'rating':
      return [actionRating.name];
    case 'lead':
    case 'support':
      return owners
        .filter(({ value }) => value === cell)
        .map(({ id }) => `${actionOwner.name}/${id}`);
    case 'byWhen':
      return [actionTimescale.name];
    case 'status':
      return [actionStatus.name];
    case 'latestNote': {
      const latest = notes
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
 * What a copy says again, on its date: every cell that says what the plan says now.
 * @param now the rows as they would be written now, by the actions' ids
 */
export const saidAgain = (
  { context }: Doing,
  rows: ReadonlyMap<ReturnedRow, WrittenRow>,
  now: ReadonlyMap<string, WrittenRow>,
): Outcome => {
  const { cut } = context.state;
  const actions = new Map(listActions(cut).map((action) => [action.id, action]));
  const ofRow = ([{ cells }, { id }]: readonly [
    ReturnedRow,
    WrittenRow,
  ]): ReadonlyArray<Outcome> => {
    const [action, stands] = [actions.get(id), now.get(id)];
    if (action === undefined || stands === undefined) return [];
    const subject = subjectOf('action', id);
    const agreeing = Object.entries(cells).flatMap(([field, words]) =>
      isField(field, cells) && isSameCell(field, words, stands.cells[field] ?? '')
        ? fieldsOf(action, field)
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
