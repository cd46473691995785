import type { Decide } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import {
  addCrossReference,
  type AddCrossReference,
  type AddCrossReferenceRefusal,
} from '../action/add-cross-reference.ts';
import { addNote, type AddNote, type AddNoteRefusal } from '../action/add-note.ts';
import { assignOwner, type AssignOwner, type AssignOwnerRefusal } from '../action/assign-owner.ts';
import {
  changeRating,
  type ChangeRating,
  type ChangeRatingRefusal,
} from '../action/change-rating.ts';
import { closeAction, type CloseAction, type CloseActionRefusal } from '../action/close-action.ts';
import {
  confirmNoChange,
  type ConfirmNoChange,
  type ConfirmNoChangeRefusal,
} from '../action/confirm-no-change.ts';
import {
  createAction,
  type CreateAction,
  type CreateActionRefusal,
} from '../action/create-action.ts';
import { giveUpdate, type GiveUpdate, type GiveUpdateRefusal } from '../action/give-update.ts';
import { moveAction, type MoveAction, type MoveActionRefusal } from '../action/move-action.ts';
import { noteKnownAs, type NoteKnownAs, type NoteKnownAsRefusal } from '../action/note-known-as.ts';
import {
  releaseOwner,
  type ReleaseOwner,
  type ReleaseOwnerRefusal,
} from '../action/release-owner.ts';
import {
  removeRating,
  type RemoveRating,
  type RemoveRatingRefusal,
} from '../action/remove-rating.ts';
import {
  renumberAction,
  type RenumberAction,
  type RenumberActionRefusal,
} from '../action/renumber-action.ts';
import {
  reopenAction,
  type ReopenAction,
  type ReopenActionRefusal,
} from '../action/reopen-action.ts';
import {
  requestUpdate,
  type RequestUpdate,
  type RequestUpdateRefusal,
} from '../action/request-update.ts';
import {
  rewordAction,
  type RewordAction,
  type RewordActionRefusal,
} from '../action/reword-action.ts';
import {
  setTimescale,
  type SetTimescale,
  type SetTimescaleRefusal,
} from '../action/set-timescale.ts';
import {
  supersedeNote,
  type SupersedeNote,
  type SupersedeNoteRefusal,
} from '../action/supersede-note.ts';
import { waiveUpdate, type WaiveUpdate, type WaiveUpdateRefusal } from '../action/waive-update.ts';
import {
  withdrawAction,
  type WithdrawAction,
  type WithdrawActionRefusal,
} from '../action/withdraw-action.ts';
import {
  withdrawNote,
  type WithdrawNote,
  type WithdrawNoteRefusal,
} from '../action/withdraw-note.ts';
import {
  recordImport,
  type RecordImport,
  type RecordImportRefusal,
} from '../document/record-import.ts';
import {
  retractAssertions,
  type RetractAssertions,
  type RetractAssertionsRefusal,
} from '../document/retract-assertions.ts';
import { undoImport, type UndoImport, type UndoImportRefusal } from '../document/undo-import.ts';
import {
  linkIndicator,
  type LinkIndicator,
  type LinkIndicatorRefusal,
} from '../indicator/link-indicator.ts';
import {
  removeStory,
  type RemoveStory,
  type RemoveStoryRefusal,
} from '../indicator/remove-story.ts';
import {
  setBaseline,
  type SetBaseline,
  type SetBaselineRefusal,
} from '../indicator/set-baseline.ts';
import { tellStory, type TellStory, type TellStoryRefusal } from '../indicator/tell-story.ts';
import {
  unlinkIndicator,
  type UnlinkIndicator,
  type UnlinkIndicatorRefusal,
} from '../indicator/unlink-indicator.ts';
import {
  carryActionsForward,
  type CarryActionsForward,
  type CarryActionsForwardRefusal,
} from '../plan/carry-actions-forward.ts';
import { closePlan, type ClosePlan, type ClosePlanRefusal } from '../plan/close-plan.ts';
import {
  defineGlossaryTerm,
  type DefineGlossaryTerm,
  type DefineGlossaryTermRefusal,
} from '../plan/define-glossary-term.ts';
import {
  recordNarrative,
  type RecordNarrative,
  type RecordNarrativeRefusal,
} from '../plan/record-narrative.ts';
import {
  registerPlan,
  type RegisterPlan,
  type RegisterPlanRefusal,
} from '../plan/register-plan.ts';
import {
  removeNarrative,
  type RemoveNarrative,
  type RemoveNarrativeRefusal,
} from '../plan/remove-narrative.ts';
import { renamePlan, type RenamePlan, type RenamePlanRefusal } from '../plan/rename-plan.ts';
import {
  setPlanPeriod,
  type SetPlanPeriod,
  type SetPlanPeriodRefusal,
} from '../plan/set-plan-period.ts';
import {
  setRatingScale,
  type SetRatingScale,
  type SetRatingScaleRefusal,
} from '../plan/set-rating-scale.ts';
import {
  setUpdateCadence,
  type SetUpdateCadence,
  type SetUpdateCadenceRefusal,
} from '../plan/set-update-cadence.ts';
import { addEnabler, type AddEnabler, type AddEnablerRefusal } from '../structure/add-enabler.ts';
import {
  addPriority,
  type AddPriority,
  type AddPriorityRefusal,
} from '../structure/add-priority.ts';
import { addResult, type AddResult, type AddResultRefusal } from '../structure/add-result.ts';
import { addTheme, type AddTheme, type AddThemeRefusal } from '../structure/add-theme.ts';
import {
  linkPriority,
  type LinkPriority,
  type LinkPriorityRefusal,
} from '../structure/link-priority.ts';
import { removeItem, type RemoveItem, type RemoveItemRefusal } from '../structure/remove-item.ts';
import {
  rewordEnabler,
  type RewordEnabler,
  type RewordEnablerRefusal,
} from '../structure/reword-enabler.ts';
import {
  rewordPriority,
  type RewordPriority,
  type RewordPriorityRefusal,
} from '../structure/reword-priority.ts';
import {
  rewordResult,
  type RewordResult,
  type RewordResultRefusal,
} from '../structure/reword-result.ts';
import {
  rewordTheme,
  type RewordTheme,
  type RewordThemeRefusal,
} from '../structure/reword-theme.ts';
import { dropTarget, type DropTarget, type DropTargetRefusal } from '../target/drop-target.ts';
import {
  meetDataNeed,
  type MeetDataNeed,
  type MeetDataNeedRefusal,
} from '../target/meet-data-need.ts';
import { meetTarget, type MeetTarget, type MeetTargetRefusal } from '../target/meet-target.ts';
import {
  raiseDataNeed,
  type RaiseDataNeed,
  type RaiseDataNeedRefusal,
} from '../target/raise-data-need.ts';
import {
  rewordTarget,
  type RewordTarget,
  type RewordTargetRefusal,
} from '../target/reword-target.ts';
import { setTarget, type SetTarget, type SetTargetRefusal } from '../target/set-target.ts';
import type { OrderOf } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import { plan } from '../plan/fields.ts';
import type { NoPlan } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';

/** Every command on a plan's stream. */
export type PlanOrder =
  | OrderOf<typeof CarryActionsForward>
  | OrderOf<typeof ClosePlan>
  | OrderOf<typeof DefineGlossaryTerm>
  | OrderOf<typeof RecordNarrative>
  | OrderOf<typeof RegisterPlan>
  | OrderOf<typeof RemoveNarrative>
  | OrderOf<typeof RenamePlan>
  | OrderOf<typeof SetPlanPeriod>
  | OrderOf<typeof SetRatingScale>
  | OrderOf<typeof SetUpdateCadence>
  | OrderOf<typeof AddEnabler>
  | OrderOf<typeof AddPriority>
  | OrderOf<typeof AddResult>
  | OrderOf<typeof AddTheme>
  | OrderOf<typeof LinkPriority>
  | OrderOf<typeof RemoveItem>
  | OrderOf<typeof RewordEnabler>
  | OrderOf<typeof RewordPriority>
  | OrderOf<typeof RewordResult>
  | OrderOf<typeof RewordTheme>
  | OrderOf<typeof DropTarget>
  | OrderOf<typeof MeetDataNeed>
  | OrderOf<typeof MeetTarget>
  | OrderOf<typeof RaiseDataNeed>
  | OrderOf<typeof RewordTarget>
  | OrderOf<typeof SetTarget>
  | OrderOf<typeof AddCrossReference>
  | OrderOf<typeof AddNote>
  | OrderOf<typeof AssignOwner>
  | OrderOf<typeof ChangeRating>
  | OrderOf<typeof CloseAction>
  | OrderOf<typeof ConfirmNoChange>
  | OrderOf<typeof CreateAction>
  | OrderOf<typeof GiveUpdate>
  | OrderOf<typeof MoveAction>
  | OrderOf<typeof NoteKnownAs>
  | OrderOf<typeof ReleaseOwner>
  | OrderOf<typeof RemoveRating>
  | OrderOf<typeof RenumberAction>
  | OrderOf<typeof ReopenAction>
  | OrderOf<typeof RequestUpdate>
  | OrderOf<typeof RewordAction>
  | OrderOf<typeof SetTimescale>
  | OrderOf<typeof SupersedeNote>
  | OrderOf<typeof WaiveUpdate>
  | OrderOf<typeof WithdrawAction>
  | OrderOf<typeof WithdrawNote>
  | OrderOf<typeof LinkIndicator>
  | OrderOf<typeof RemoveStory>
  | OrderOf<typeof SetBaseline>
  | OrderOf<typeof TellStory>
  | OrderOf<typeof UnlinkIndicator>
  | OrderOf<typeof RecordImport>
  | OrderOf<typeof RetractAssertions>
  | OrderOf<typeof UndoImport>;

export type PlanRefusal =
  | NoPlan
  | CarryActionsForwardRefusal
  | ClosePlanRefusal
  | DefineGlossaryTermRefusal
  | RecordNarrativeRefusal
  | RegisterPlanRefusal
  | RemoveNarrativeRefusal
  | RenamePlanRefusal
  | SetPlanPeriodRefusal
  | SetRatingScaleRefusal
  | SetUpdateCadenceRefusal
  | AddEnablerRefusal
  | AddPriorityRefusal
  | AddResultRefusal
  | AddThemeRefusal
  | LinkPriorityRefusal
  | RemoveItemRefusal
  | RewordEnablerRefusal
  | RewordPriorityRefusal
  | RewordResultRefusal
  | RewordThemeRefusal
  | DropTargetRefusal
  | MeetDataNeedRefusal
  | MeetTargetRefusal
  | RaiseDataNeedRefusal
  | RewordTargetRefusal
  | SetTargetRefusal
  | AddCrossReferenceRefusal
  | AddNoteRefusal
  | AssignOwnerRefusal
  | ChangeRatingRefusal
  | CloseActionRefusal
  | ConfirmNoChangeRefusal
  | CreateActionRefusal
  | GiveUpdateRefusal
  | MoveActionRefusal
  | NoteKnownAsRefusal
  | ReleaseOwnerRefusal
  | RemoveRatingRefusal
  | RenumberActionRefusal
  | ReopenActionRefusal
  | RequestUpdateRefusal
  | RewordActionRefusal
  | SetTimescaleRefusal
  | SupersedeNoteRefusal
  | WaiveUpdateRefusal
  | WithdrawActionRefusal
  | WithdrawNoteRefusal
  | LinkIndicatorRefusal
  | RemoveStoryRefusal
  | SetBaselineRefusal
  | TellStoryRefusal
  | UnlinkIndicatorRefusal
  | RecordImportRefusal
  | RetractAssertionsRefusal
  | UndoImportRefusal;

const decideOnPlan: Decide<StreamState, PlanOrder, PlanRefusal, PlanBody> = (state) => (order) => {
  switch (order.type) {
    case 'CarryActionsForward':
      return carryActionsForward(state)(order.data);
    case 'ClosePlan':
      return closePlan(state)(order.data);
    case 'DefineGlossaryTerm':
      return defineGlossaryTerm(state)(order.data);
    case 'RecordNarrative':
      return recordNarrative(state)(order.data);
    case 'RegisterPlan':
      return registerPlan(state)(order.data);
    case 'RemoveNarrative':
      return removeNarrative(state)(order.data);
    case 'RenamePlan':
      return renamePlan(state)(order.data);
    case 'SetPlanPeriod':
      return setPlanPeriod(state)(order.data);
    case 'SetRatingScale':
      return setRatingScale(state)(order.data);
    case 'SetUpdateCadence':
      return setUpdateCadence(state)(order.data);
    case 'AddEnabler':
      return addEnabler(state)(order.data);
    case 'AddPriority':
      return addPriority(state)(order.data);
    case 'AddResult':
      return addResult(state)(order.data);
    case 'AddTheme':
      return addTheme(state)(order.data);
    case 'LinkPriority':
      return linkPriority(state)(order.data);
    case 'RemoveItem':
      return removeItem(state)(order.data);
    case 'RewordEnabler':
      return rewordEnabler(state)(order.data);
    case 'RewordPriority':
      return rewordPriority(state)(order.data);
    case 'RewordResult':
      return rewordResult(state)(order.data);
    case 'RewordTheme':
      return rewordTheme(state)(order.data);
    case 'DropTarget':
      return dropTarget(state)(order.data);
    case 'MeetDataNeed':
      return meetDataNeed(state)(order.data);
    case 'MeetTarget':
      return meetTarget(state)(order.data);
    case 'RaiseDataNeed':
      return raiseDataNeed(state)(order.data);
    case 'RewordTarget':
      return rewordTarget(state)(order.data);
    case 'SetTarget':
      return setTarget(state)(order.data);
    case 'AddCrossReference':
      return addCrossReference(state)(order.data);
    case 'AddNote':
      return addNote(state)(order.data);
    case 'AssignOwner':
      return assignOwner(state)(order.data);
    case 'ChangeRating':
      return changeRating(state)(order.data);
    case 'CloseAction':
      return closeAction(state)(order.data);
    case 'ConfirmNoChange':
      return confirmNoChange(state)(order.data);
    case 'CreateAction':
      return createAction(state)(order.data);
    case 'GiveUpdate':
      return giveUpdate(state)(order.data);
    case 'MoveAction':
      return moveAction(state)(order.data);
    case 'NoteKnownAs':
      return noteKnownAs(state)(order.data);
    case 'ReleaseOwner':
      return releaseOwner(state)(order.data);
    case 'RemoveRating':
      return removeRating(state)(order.data);
    case 'RenumberAction':
      return renumberAction(state)(order.data);
    case 'ReopenAction':
      return reopenAction(state)(order.data);
    case 'RequestUpdate':
      return requestUpdate(state)(order.data);
    case 'RewordAction':
      return rewordAction(state)(order.data);
    case 'SetTimescale':
      return setTimescale(state)(order.data);
    case 'SupersedeNote':
      return supersedeNote(state)(order.data);
    case 'WaiveUpdate':
      return waiveUpdate(state)(order.data);
    case 'WithdrawAction':
      return withdrawAction(state)(order.data);
    case 'WithdrawNote':
      return withdrawNote(state)(order.data);
    case 'LinkIndicator':
      return linkIndicator(state)(order.data);
    case 'RemoveStory':
      return removeStory(state)(order.data);
    case 'SetBaseline':
      return setBaseline(state)(order.data);
    case 'TellStory':
      return tellStory(state)(order.data);
    case 'UnlinkIndicator':
      return unlinkIndicator(state)(order.data);
    case 'RecordImport':
      return recordImport(state)(order.data);
    case 'RetractAssertions':
      return retractAssertions(state)(order.data);
    case 'UndoImport':
      return undoImport(state)(order.data);
  }
};

/** Decides any command on a plan; all but its registration need the plan to be there. */
export const decidePlan: Decide<StreamState, PlanOrder, PlanRefusal, PlanBody> =
  (state) => (order) =>
    order.type === 'RegisterPlan' || isThere(state.cut, plan)
      ? decideOnPlan(state)(order)
      : E.left({ _tag: 'NoPlan' });
