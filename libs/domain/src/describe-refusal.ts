import { describeAccessRefusal } from './access/describe-access-refusal.ts';
import type { AccessRefusal } from './decide/decide-access.ts';
import type { IndicatorRefusal } from './decide/decide-indicator.ts';
import type { PartyRefusal } from './decide/decide-party.ts';
import type { PlanRefusal } from './decide/decide-plan.ts';
import type { ReminderRefusal } from './decide/decide-reminders.ts';
import { describeReminderRefusal } from './reminders/describe-reminder-refusal.ts';
import type { TooManyEvents } from './decide/decide-command.ts';
import type { WebhookRefusal } from './decide/decide-webhook.ts';
import type {
  AlreadyRetracted,
  DocumentNotImported,
  EventNotFound,
  InUse,
  LastAdministrator,
  NotMovable,
  NotRemovable,
  PlanRestsOnIt,
  TargetIsDropped,
} from './refusals.ts';

/** Every reason why a command is not carried out. */
export type Refusal =
  | PlanRefusal
  | IndicatorRefusal
  | PartyRefusal
  | AccessRefusal
  | WebhookRefusal
  | ReminderRefusal
  | LastAdministrator
  | TooManyEvents;

/** The first few of a list, and how many more there are. */
const list = (all: ReadonlyArray<string>): string =>
  [...all.slice(0, 5), ...(all.length > 5 ? [`${all.length - 5} more`] : [])].join(', ');

/** A kind or a subject in words: "data need", "theme 2.3". */
const spoken = (name: string): string => name.replace('dataNeed', 'data need').replace(':', ' ');

/** What cannot be taken back, and why. */
const describeTakingBack = (
  refusal: EventNotFound | AlreadyRetracted | PlanRestsOnIt | DocumentNotImported,
): string => {
  switch (refusal._tag) {
    case 'EventNotFound':
      return `No event ${refusal.event} said this here. What was taken back is not put back: say it again.`;
    case 'AlreadyRetracted':
      return `Event ${refusal.event} was taken back already.`;
    case 'PlanRestsOnIt':
      return `Event ${refusal.event} is what the plan is there by, and other facts of the plan stand. To take back all that a document said, undo its import.`;
    case 'DocumentNotImported':
      return `Nothing stands that document ${refusal.document} said: it was not imported, or its import was undone.`;
  }
};

/** What an item of a plan does not allow. */
const describeItemRefusal = (
  refusal: InUse | NotRemovable | NotMovable | TargetIsDropped,
): string => {
  switch (refusal._tag) {
    case 'InUse':
      return `The ${spoken(refusal.kind)} "${refusal.ref}" cannot go while there stands under it: ${list(refusal.by.map(spoken))}.`;
    case 'NotRemovable':
      return `"${refusal.item}" cannot be removed: actions are withdrawn, targets dropped, plans closed, indicators unlinked.`;
    case 'NotMovable':
      return `"${refusal.item}" belongs to no priority: only themes and results are moved to another one.`;
    case 'TargetIsDropped':
      return `Target "${refusal.target}" was dropped: set it again first.`;
  }
};

/** A refusal for the person who asked: what stands in the way, the value, and what would be accepted. */
export const describeRefusal = (refusal: Refusal): string => {
  switch (refusal._tag) {
    case 'NoPlan':
      return 'There is no such plan on that date. Register it, or import a document into it, first.';
    case 'AlreadyRegistered':
      return `Already registered: ${refusal.what}.`;
    case 'NotRegistered':
      return `There is no such ${refusal.what}.`;
    case 'PlanIsClosed':
      return 'The plan is closed: nothing new comes into it.';
    case 'NotFound':
      return `There is no ${spoken(refusal.kind)} "${refusal.ref}" on that date.`;
    case 'RefTaken':
      return `The ${spoken(refusal.kind)} "${refusal.ref}" is there already: choose another name, or change that one.`;
    case 'ActionNotOpen':
      return `Action ${refusal.action} is ${refusal.status}: reopen it first.`;
    case 'ActionIsOpen':
      return `Action ${refusal.action} is open already.`;
    case 'RatingNotOnScale':
      return `"${refusal.rating}" is not a rating of this plan; accepted: ${refusal.scale.join(', ')}.`;
    case 'RatingInUse':
      return `"${refusal.rating}" must stay on the scale; rated so: action ${list(refusal.actions)}.`;
    case 'EmptyScale':
      return 'A rating scale needs at least one rating.';
    case 'NotOwned':
      return `"${refusal.party}" is not an owner of action ${refusal.action}.`;
    case 'NothingAsked':
      return `No update is asked for on action ${refusal.action}: there is nothing to answer or to waive.`;
    case 'CadenceOutOfRange':
      return `"${refusal.months}" is not a cadence; accepted: ${refusal.least === 0 ? '0 (never) or ' : ''}1 to 24 whole months.`;
    case 'DatesBackwards':
      return `${refusal.earliest} is after ${refusal.latest}: the earliest date comes first.`;
    case 'EventNotFound':
    case 'AlreadyRetracted':
    case 'PlanRestsOnIt':
    case 'DocumentNotImported':
      return describeTakingBack(refusal);
    case 'IntoItself':
      return `A ${refusal.what} cannot give way to itself.`;
    case 'InUse':
    case 'NotRemovable':
    case 'NotMovable':
    case 'TargetIsDropped':
      return describeItemRefusal(refusal);
    case 'WebhookIsRemoved':
      return `The webhook is removed since ${refusal.since}: register another one.`;
    case 'TooManyEvents':
      return 'One command makes at most 65,535 events.';
    case 'PolicySendsNothing':
    case 'DaysNotInOrder':
    case 'NoContactAddress':
    case 'MessageIsOtherwise':
    case 'AnsweredAlready':
    case 'TooManyLinks':
      return describeReminderRefusal(refusal);
    // What is left are those; any other would not compile.
    default:
      return describeAccessRefusal(refusal);
  }
};
