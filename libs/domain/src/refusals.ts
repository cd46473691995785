import type { EventId, LocalDate, Sha256 } from '@trackrecord/kernel';
import type { Role } from './access/role.ts';
import type { ActionStatus } from './action/fields.ts';
import type { Rating } from './rating.ts';
import type { PlanId } from './words.ts';

/** Why a command is not carried out. Each command's own union takes its members from here. */
export type NoPlan = Readonly<{ _tag: 'NoPlan' }>;
export type AlreadyRegistered = Readonly<{ _tag: 'AlreadyRegistered'; what: string }>;
export type NotRegistered = Readonly<{ _tag: 'NotRegistered'; what: string }>;
export type PlanIsClosed = Readonly<{ _tag: 'PlanIsClosed' }>;
export type NotFound = Readonly<{ _tag: 'NotFound'; kind: string; ref: string }>;
export type RefTaken = Readonly<{ _tag: 'RefTaken'; kind: string; ref: string }>;
/** Something still stands under it: which things, by their subjects. */
export type InUse = Readonly<{
  _tag: 'InUse';
  kind: string;
  ref: string;
  by: ReadonlyArray<string>;
}>;
/** Only what actions stand under, and data needs, are removed; the rest is closed, withdrawn or dropped. */
export type NotRemovable = Readonly<{ _tag: 'NotRemovable'; item: string }>;
/** Only themes and results belong to a priority; actions are moved by a command of their own. */
export type NotMovable = Readonly<{ _tag: 'NotMovable'; item: string }>;
export type TargetIsDropped = Readonly<{ _tag: 'TargetIsDropped'; target: string }>;
export type ActionNotOpen = Readonly<{
  _tag: 'ActionNotOpen';
  action: string;
  status: ActionStatus;
}>;
export type ActionIsOpen = Readonly<{ _tag: 'ActionIsOpen'; action: string }>;
export type RatingNotOnScale = Readonly<{
  _tag: 'RatingNotOnScale';
  rating: string;
  scale: ReadonlyArray<Rating>;
}>;
export type RatingInUse = Readonly<{
  _tag: 'RatingInUse';
  rating: string;
  actions: ReadonlyArray<string>;
}>;
export type EmptyScale = Readonly<{ _tag: 'EmptyScale' }>;
/** Told by who carries it out: each account is decided on alone. */
export type LastAdministrator = Readonly<{ _tag: 'LastAdministrator' }>;
export type AccountIsClosed = Readonly<{ _tag: 'AccountIsClosed' }>;
export type AccountIsOpen = Readonly<{ _tag: 'AccountIsOpen' }>;
/** A role that is never bound to one plan. */
export type RoleOnEveryPlan = Readonly<{ _tag: 'RoleOnEveryPlan'; role: Role; plan: PlanId }>;
/** A role is taken away as it was given: on this very plan, or on every plan. */
export type RoleNotHeld = Readonly<{ _tag: 'RoleNotHeld'; role: Role; plan: PlanId | undefined }>;
export type TokenIsRevoked = Readonly<{ _tag: 'TokenIsRevoked'; since: LocalDate }>;
export type WebhookIsRemoved = Readonly<{ _tag: 'WebhookIsRemoved'; since: LocalDate }>;
export type NotOwned = Readonly<{ _tag: 'NotOwned'; action: string; party: string }>;
export type NothingAsked = Readonly<{ _tag: 'NothingAsked'; action: string }>;
/** `least` where it may be less than a month: for one rating, 0 is never. */
export type CadenceOutOfRange = Readonly<{
  _tag: 'CadenceOutOfRange';
  months: number;
  least?: 0;
}>;
/** A policy that asks for nothing on any day: reminders that are not wanted are paused. */
export type PolicySendsNothing = Readonly<{ _tag: 'PolicySendsNothing' }>;
/** Days that are to be in order, each once. */
export type DaysNotInOrder = Readonly<{
  _tag: 'DaysNotInOrder';
  field: 'daysBefore' | 'daysAfter' | 'escalation';
}>;
export type NoContactAddress = Readonly<{ _tag: 'NoContactAddress' }>;
/** What can be done with a message depends on what became of it. */
export type MessageIsOtherwise = Readonly<{
  _tag: 'MessageIsOtherwise';
  message: number;
  state: string;
}>;
export type AnsweredAlready = Readonly<{ _tag: 'AnsweredAlready'; message: number; item: number }>;
export type TooManyLinks = Readonly<{ _tag: 'TooManyLinks'; most: number }>;
export type DatesBackwards = Readonly<{
  _tag: 'DatesBackwards';
  earliest: LocalDate;
  latest: LocalDate;
}>;
export type EventNotFound = Readonly<{ _tag: 'EventNotFound'; event: EventId }>;
export type AlreadyRetracted = Readonly<{ _tag: 'AlreadyRetracted'; event: EventId }>;
/** A plan's facts stand on the event that it is there by. */
export type PlanRestsOnIt = Readonly<{ _tag: 'PlanRestsOnIt'; event: EventId }>;
export type DocumentNotImported = Readonly<{ _tag: 'DocumentNotImported'; document: Sha256 }>;
export type IntoItself = Readonly<{ _tag: 'IntoItself'; what: string }>;
