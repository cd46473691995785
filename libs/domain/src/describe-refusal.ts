import type { IndicatorRefusal } from './decide/decide-indicator.ts';
import type { PartyRefusal } from './decide/decide-party.ts';
import type { PlanRefusal } from './decide/decide-plan.ts';
import type { TooManyEvents } from './decide/decide-command.ts';

/** Every reason why a command is not carried out. */
export type Refusal = PlanRefusal | IndicatorRefusal | PartyRefusal | TooManyEvents;

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
      return `There is no ${refusal.kind} "${refusal.ref}" in the plan on that date.`;
    case 'RefTaken':
      return `There is a ${refusal.kind} "${refusal.ref}" in the plan already.`;
    case 'ActionNotOpen':
      return `Action ${refusal.action} is ${refusal.status}: reopen it first.`;
    case 'ActionIsOpen':
      return `Action ${refusal.action} is open already.`;
    case 'RatingNotOnScale':
      return `"${refusal.rating}" is not a rating of this plan; accepted: ${refusal.scale.join(', ')}.`;
    case 'RatingInUse':
      return `"${refusal.rating}" must stay on the scale: ${refusal.actions.length} actions have it (${refusal.actions.slice(0, 5).join(', ')}).`;
    case 'EmptyScale':
      return 'A rating scale needs at least one rating.';
    case 'NotOwned':
      return `That party is not an owner of action ${refusal.action}.`;
    case 'NothingAsked':
      return `No update is asked for on action ${refusal.action}.`;
    case 'CadenceOutOfRange':
      return `"${refusal.months}" is not a cadence; accepted: 1 to 24 whole months.`;
    case 'DatesBackwards':
      return `${refusal.earliest} is after ${refusal.latest}: the earliest date comes first.`;
    case 'EventNotFound':
      return `There is no event ${refusal.event} in the plan.`;
    case 'AlreadyRetracted':
      return `Event ${refusal.event} was taken back already.`;
    case 'DocumentNotImported':
      return `Nothing stands that document ${refusal.document} said: it was not imported, or its import was undone.`;
    case 'IntoItself':
      return `A ${refusal.what} cannot be merged into itself.`;
    case 'TooManyEvents':
      return 'One command makes at most 65,534 events.';
  }
};
