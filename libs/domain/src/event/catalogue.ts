import { AccountClosed } from '../access/account-closed.ts';
import { AccountOpened } from '../access/account-opened.ts';
import { AccountReopened } from '../access/account-reopened.ts';
import { PasswordRenewed } from '../access/password-renewed.ts';
import { RoleGranted } from '../access/role-granted.ts';
import { RoleRevoked } from '../access/role-revoked.ts';
import { TokenIssued } from '../access/token-issued.ts';
import { TokenRevoked } from '../access/token-revoked.ts';
import { ActionClosed } from '../action/action-closed.ts';
import { ActionCreated } from '../action/action-created.ts';
import { ActionKnownAs } from '../action/action-known-as.ts';
import { ActionMoved } from '../action/action-moved.ts';
import { ActionRenumbered } from '../action/action-renumbered.ts';
import { ActionReopened } from '../action/action-reopened.ts';
import { ActionReworded } from '../action/action-reworded.ts';
import { ActionWithdrawn } from '../action/action-withdrawn.ts';
import { CrossReferenceAdded } from '../action/cross-reference-added.ts';
import { CrossReferenceRemoved } from '../action/cross-reference-removed.ts';
import { NoChangeConfirmed } from '../action/no-change-confirmed.ts';
import { NoteAdded } from '../action/note-added.ts';
import { NoteSuperseded } from '../action/note-superseded.ts';
import { NoteWithdrawn } from '../action/note-withdrawn.ts';
import { OwnerAssigned } from '../action/owner-assigned.ts';
import { OwnerReleased } from '../action/owner-released.ts';
import { RatingChanged } from '../action/rating-changed.ts';
import { RatingRemoved } from '../action/rating-removed.ts';
import { TimescaleRemoved } from '../action/timescale-removed.ts';
import { TimescaleSet } from '../action/timescale-set.ts';
import { UpdateGiven } from '../action/update-given.ts';
import { UpdateRequested } from '../action/update-requested.ts';
import { UpdateWaived } from '../action/update-waived.ts';
import { AssertionsRetracted } from '../document/assertions-retracted.ts';
import { DocumentImported } from '../document/document-imported.ts';
import { BaselineSet } from '../indicator/baseline-set.ts';
import { ComparatorRecorded } from '../indicator/comparator-recorded.ts';
import { IndicatorDefined } from '../indicator/indicator-defined.ts';
import { IndicatorLinked } from '../indicator/indicator-linked.ts';
import { IndicatorUnlinked } from '../indicator/indicator-unlinked.ts';
import { ObservationCorrected } from '../indicator/observation-corrected.ts';
import { ObservationRecorded } from '../indicator/observation-recorded.ts';
import { StoryRemoved } from '../indicator/story-removed.ts';
import { StoryTold } from '../indicator/story-told.ts';
import { PartnershipRegistered } from '../partnership/partnership-registered.ts';
import { PartnershipRenamed } from '../partnership/partnership-renamed.ts';
import { BoardRoleLeft } from '../party/board-role-left.ts';
import { BoardRoleTaken } from '../party/board-role-taken.ts';
import { OrganisationJoined } from '../party/organisation-joined.ts';
import { OrganisationLeft } from '../party/organisation-left.ts';
import { ContactAddressRemoved } from '../party/contact-address-removed.ts';
import { ContactAddressSet } from '../party/contact-address-set.ts';
import { PartyMerged } from '../party/party-merged.ts';
import { PartyRegistered } from '../party/party-registered.ts';
import { PartyRenamed } from '../party/party-renamed.ts';
import { RemindersResumed } from '../party/reminders-resumed.ts';
import { RemindersStopped } from '../party/reminders-stopped.ts';
import { ActionsCarriedForward } from '../plan/actions-carried-forward.ts';
import { ColumnMeaningChosen } from '../plan/column-meaning-chosen.ts';
import { GlossaryTermDefined } from '../plan/glossary-term-defined.ts';
import { GlossaryTermRemoved } from '../plan/glossary-term-removed.ts';
import { NarrativeRecorded } from '../plan/narrative-recorded.ts';
import { NarrativeRemoved } from '../plan/narrative-removed.ts';
import { PlanClosed } from '../plan/plan-closed.ts';
import { PlanPeriodSet } from '../plan/plan-period-set.ts';
import { PlanRegistered } from '../plan/plan-registered.ts';
import { PlanRenamed } from '../plan/plan-renamed.ts';
import { RatingScaleSet } from '../plan/rating-scale-set.ts';
import { ReminderPolicySet } from '../plan/reminder-policy-set.ts';
import { UpdateCadenceSet } from '../plan/update-cadence-set.ts';
import { AnswerLinksRevoked } from '../reminders/answer-links-revoked.ts';
import { ReminderBounced } from '../reminders/reminder-bounced.ts';
import { ReminderDeferred } from '../reminders/reminder-deferred.ts';
import { ReminderDue } from '../reminders/reminder-due.ts';
import { ReminderEscalated } from '../reminders/reminder-escalated.ts';
import { ReminderFailed } from '../reminders/reminder-failed.ts';
import { ReminderOutcomeUnknown } from '../reminders/reminder-outcome-unknown.ts';
import { ReminderRetried } from '../reminders/reminder-retried.ts';
import { ReminderSending } from '../reminders/reminder-sending.ts';
import { ReminderSent } from '../reminders/reminder-sent.ts';
import { ReminderSettled } from '../reminders/reminder-settled.ts';
import { ReminderWithdrawn } from '../reminders/reminder-withdrawn.ts';
import { RemindersPlanned } from '../reminders/reminders-planned.ts';
import { ReviewHeld } from '../review/review-held.ts';
import { EnablerAdded } from '../structure/enabler-added.ts';
import { EnablerReworded } from '../structure/enabler-reworded.ts';
import { ItemMoved } from '../structure/item-moved.ts';
import { ItemRemoved } from '../structure/item-removed.ts';
import { PriorityAdded } from '../structure/priority-added.ts';
import { PriorityLinked } from '../structure/priority-linked.ts';
import { PriorityReworded } from '../structure/priority-reworded.ts';
import { PriorityUnlinked } from '../structure/priority-unlinked.ts';
import { ResultAdded } from '../structure/result-added.ts';
import { ResultReworded } from '../structure/result-reworded.ts';
import { ThemeAdded } from '../structure/theme-added.ts';
import { ThemeReworded } from '../structure/theme-reworded.ts';
import { DataNeedMet } from '../target/data-need-met.ts';
import { DataNeedRaised } from '../target/data-need-raised.ts';
import { TargetDropped } from '../target/target-dropped.ts';
import { TargetMet } from '../target/target-met.ts';
import { TargetReworded } from '../target/target-reworded.ts';
import { TargetSet } from '../target/target-set.ts';
import { WebhookRegistered } from '../webhook/webhook-registered.ts';
import { WebhookRemoved } from '../webhook/webhook-removed.ts';
import { WebhookSecretRenewed } from '../webhook/webhook-secret-renewed.ts';

/** Every event of a plan's stream. */
export const planEvents = [
  ActionsCarriedForward,
  ColumnMeaningChosen,
  GlossaryTermDefined,
  GlossaryTermRemoved,
  NarrativeRecorded,
  NarrativeRemoved,
  PlanClosed,
  PlanPeriodSet,
  PlanRegistered,
  PlanRenamed,
  RatingScaleSet,
  ReminderPolicySet,
  UpdateCadenceSet,
  EnablerAdded,
  EnablerReworded,
  ItemMoved,
  ItemRemoved,
  PriorityAdded,
  PriorityLinked,
  PriorityReworded,
  PriorityUnlinked,
  ResultAdded,
  ResultReworded,
  ThemeAdded,
  ThemeReworded,
  DataNeedMet,
  DataNeedRaised,
  TargetDropped,
  TargetMet,
  TargetReworded,
  TargetSet,
  ActionClosed,
  ActionCreated,
  ActionKnownAs,
  ActionMoved,
  ActionRenumbered,
  ActionReopened,
  ActionReworded,
  ActionWithdrawn,
  CrossReferenceAdded,
  CrossReferenceRemoved,
  NoChangeConfirmed,
  NoteAdded,
  NoteSuperseded,
  NoteWithdrawn,
  OwnerAssigned,
  OwnerReleased,
  RatingChanged,
  RatingRemoved,
  TimescaleRemoved,
  TimescaleSet,
  UpdateGiven,
  UpdateRequested,
  UpdateWaived,
  AssertionsRetracted,
  DocumentImported,
  BaselineSet,
  IndicatorLinked,
  IndicatorUnlinked,
  StoryRemoved,
  StoryTold,
] as const;

const ownIndicatorEvents = [
  ComparatorRecorded,
  IndicatorDefined,
  ObservationCorrected,
  ObservationRecorded,
] as const;

const ownPartyEvents = [
  BoardRoleLeft,
  BoardRoleTaken,
  ContactAddressRemoved,
  ContactAddressSet,
  OrganisationJoined,
  OrganisationLeft,
  PartyMerged,
  PartyRegistered,
  PartyRenamed,
  RemindersResumed,
  RemindersStopped,
] as const;

const ownReviewEvents = [ReviewHeld] as const;

const ownPartnershipEvents = [PartnershipRegistered, PartnershipRenamed] as const;

/** Every event of the stream of an account or of a token: what ends there is never taken back, it is said anew. */
export const accessEvents = [
  AccountClosed,
  AccountOpened,
  AccountReopened,
  PasswordRenewed,
  RoleGranted,
  RoleRevoked,
  TokenIssued,
  TokenRevoked,
] as const;

/** Every event of the stream of a day's run of a plan's reminders: what went out is never taken back. */
export const reminderEvents = [
  AnswerLinksRevoked,
  ReminderBounced,
  ReminderDeferred,
  ReminderDue,
  ReminderEscalated,
  ReminderFailed,
  ReminderOutcomeUnknown,
  ReminderRetried,
  ReminderSending,
  ReminderSent,
  ReminderSettled,
  ReminderWithdrawn,
  RemindersPlanned,
] as const;

/** Every event of a webhook's stream: what ends there is never taken back either. */
export const webhookEvents = [WebhookRegistered, WebhookRemoved, WebhookSecretRenewed] as const;

// What was said wrongly is taken back in whichever stream it was said.

/** Every event of an indicator's stream. */
export const indicatorEvents = [...ownIndicatorEvents, AssertionsRetracted] as const;

/** Every event of a party's stream. */
export const partyEvents = [...ownPartyEvents, AssertionsRetracted] as const;

/** Every event of a review's stream. */
export const reviewEvents = [...ownReviewEvents, AssertionsRetracted] as const;

/** Every event of a partnership's stream. */
export const partnershipEvents = [...ownPartnershipEvents, AssertionsRetracted] as const;

/** Every event that there is, each once. */
export const allEvents = [
  ...planEvents,
  ...ownIndicatorEvents,
  ...ownPartyEvents,
  ...ownReviewEvents,
  ...ownPartnershipEvents,
  ...accessEvents,
  ...webhookEvents,
  ...reminderEvents,
] as const;
