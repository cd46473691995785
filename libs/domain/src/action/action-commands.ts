import { AddCrossReference, addCrossReference } from './add-cross-reference.ts';
import { AddNote, addNote } from './add-note.ts';
import { AssignOwner, assignOwner } from './assign-owner.ts';
import { ChangeRating, changeRating } from './change-rating.ts';
import { CloseAction, closeAction } from './close-action.ts';
import { ConfirmNoChange, confirmNoChange } from './confirm-no-change.ts';
import { CreateAction, createAction } from './create-action.ts';
import { GiveUpdate, giveUpdate } from './give-update.ts';
import { MoveAction, moveAction } from './move-action.ts';
import { NoteKnownAs, noteKnownAs } from './note-known-as.ts';
import { ReleaseOwner, releaseOwner } from './release-owner.ts';
import { RemoveRating, removeRating } from './remove-rating.ts';
import { RenumberActions, renumberActions } from './renumber-actions.ts';
import { ReopenAction, reopenAction } from './reopen-action.ts';
import { RequestUpdate, requestUpdate } from './request-update.ts';
import { RewordAction, rewordAction } from './reword-action.ts';
import { SetTimescale, setTimescale } from './set-timescale.ts';
import { SupersedeNote, supersedeNote } from './supersede-note.ts';
import { WaiveUpdate, waiveUpdate } from './waive-update.ts';
import { WithdrawAction, withdrawAction } from './withdraw-action.ts';
import { WithdrawNote, withdrawNote } from './withdraw-note.ts';

/** Every command on an action of a plan: what each asks, and how it is decided. */
export const actionCommands = {
  AddCrossReference: { asks: AddCrossReference, decide: addCrossReference },
  AddNote: { asks: AddNote, decide: addNote },
  AssignOwner: { asks: AssignOwner, decide: assignOwner },
  ChangeRating: { asks: ChangeRating, decide: changeRating },
  CloseAction: { asks: CloseAction, decide: closeAction },
  ConfirmNoChange: { asks: ConfirmNoChange, decide: confirmNoChange },
  CreateAction: { asks: CreateAction, decide: createAction },
  GiveUpdate: { asks: GiveUpdate, decide: giveUpdate },
  MoveAction: { asks: MoveAction, decide: moveAction },
  NoteKnownAs: { asks: NoteKnownAs, decide: noteKnownAs },
  ReleaseOwner: { asks: ReleaseOwner, decide: releaseOwner },
  RemoveRating: { asks: RemoveRating, decide: removeRating },
  RenumberActions: { asks: RenumberActions, decide: renumberActions },
  ReopenAction: { asks: ReopenAction, decide: reopenAction },
  RequestUpdate: { asks: RequestUpdate, decide: requestUpdate },
  RewordAction: { asks: RewordAction, decide: rewordAction },
  SetTimescale: { asks: SetTimescale, decide: setTimescale },
  SupersedeNote: { asks: SupersedeNote, decide: supersedeNote },
  WaiveUpdate: { asks: WaiveUpdate, decide: waiveUpdate },
  WithdrawAction: { asks: WithdrawAction, decide: withdrawAction },
  WithdrawNote: { asks: WithdrawNote, decide: withdrawNote },
};
