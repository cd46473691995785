import {
  actionCreated,
  actionExists,
  actionKnownAs,
  actionLabel,
  actionNote,
  actionNoted,
  actionOwner,
  actionPlace,
  actionRating,
  actionRef,
  actionStatus,
  actionTimescale,
  actionTitle,
  actionUpdated,
  crossReference,
  notRated,
  type ActionStatus,
  type CrossReference,
  type OwnerRole,
  type Place,
  type RatingOrNot,
  type Timescale,
  type UpdateRequest,
  updateRequest,
} from '@trackrecord/domain';
import type { LocalDate, Member, Values } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { byRef } from './natural-order.ts';
import { type SubjectOfKind, subjectsOf } from './subjects-of.ts';

/** An action as a cut holds it; parties by id. */
export type ActionState = Readonly<{
  id: string;
  ref: string;
  label: string;
  title: string;
  under: Place;
  rating: RatingOrNot;
  status: ActionStatus;
  owners: ReadonlyArray<Member<OwnerRole>>;
  timescale: Timescale | null;
  notes: ReadonlyArray<Member<string>>;
  crossReferences: ReadonlyArray<CrossReference>;
  knownAs: ReadonlyArray<string>;
  requests: ReadonlyArray<Member<UpdateRequest>>;
  /** When the action came into the plan. */
  createdOn: LocalDate | null;
  /** When somebody last had news of it; a document that only repeats it has none. */
  lastUpdatedOn: LocalDate | null;
}>;

const nowhere: Place = { results: [] };

/** The notes that stand, each since it was written. */
const notesOf = (cut: Values, subject: string): ActionState['notes'] => {
  const noted = new Map(
    actionNoted.membersOf(cut, subject).map(({ id, since }) => [id, since] as const),
  );
  return actionNote
    .membersOf(cut, subject)
    .map((note) => ({ ...note, since: noted.get(note.id) ?? note.since }));
};

const actionStateOf =
  (cut: Values) =>
  ({ id, subject }: SubjectOfKind): ActionState => ({
    id,
    ref: O.getOrElse((): string => id)(actionRef.of(cut, subject)),
    label: O.getOrElse(() => '')(actionLabel.of(cut, subject)),
    title: O.getOrElse((): string => '')(actionTitle.of(cut, subject)),
    under: O.getOrElse(() => nowhere)(actionPlace.of(cut, subject)),
    rating: O.getOrElse((): RatingOrNot => notRated)(actionRating.of(cut, subject)),
    status: O.getOrElse((): ActionStatus => 'open')(actionStatus.of(cut, subject)),
    owners: actionOwner.membersOf(cut, subject),
    timescale: O.toNullable(actionTimescale.of(cut, subject)),
    notes: notesOf(cut, subject),
    crossReferences: crossReference.membersOf(cut, subject).map(({ value }) => value),
    knownAs: actionKnownAs.membersOf(cut, subject).map((member) => member.id),
    requests: updateRequest.membersOf(cut, subject),
    // Where the import that brought it was undone, it is there since the document that still holds it.
    createdOn: O.toNullable(
      O.alt(() => actionExists.since(cut, subject))(actionCreated.since(cut, subject)),
    ),
    lastUpdatedOn: O.toNullable(actionUpdated.since(cut, subject)),
  });

/** The actions of a plan that a cut holds, withdrawn ones too, in the order of their refs. */
export const listActions = (cut: Values): ReadonlyArray<ActionState> =>
  subjectsOf(cut, 'action').map(actionStateOf(cut)).toSorted(byRef);
