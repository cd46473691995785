import type { Refusal } from './describe-refusal.ts';

/** The kinds of things that commands name in a field of the same name; the others by the field that is at fault. */
const fieldsByKind: Readonly<Record<string, string>> = {
  action: 'action',
  priority: 'priority',
  theme: 'theme',
  enabler: 'enabler',
  result: 'results',
  target: 'target',
  dataNeed: 'dataNeed',
  indicator: 'indicator',
  note: 'note',
  request: 'requests',
  story: 'story',
  observation: 'period',
  'timescale of action': 'timescale',
  'cross-reference': 'link',
  'outcome link': 'link',
  section: 'section',
  'glossary term': 'term',
  organisation: 'organisation',
  'board role': 'role',
};

/**
 * Which field of what was asked a refusal is about, by its name in commands: `rating`, `timescale`; `undefined` where
 * it is about no one field – a closed action takes nothing, whatever is filled in.
 */
export const fieldOfRefusal = (refusal: Refusal): string | undefined => {
  switch (refusal._tag) {
    case 'RatingNotOnScale':
      return 'rating';
    case 'RatingInUse':
    case 'EmptyScale':
      return 'scale';
    case 'CadenceOutOfRange':
      return 'months';
    case 'DaysNotInOrder':
      return refusal.field;
    case 'PolicySendsNothing':
      return 'daysAfter';
    case 'NoContactAddress':
      return 'address';
    case 'DatesBackwards':
      return 'timescale';
    case 'NotOwned':
      return 'owner';
    case 'IntoItself':
      return 'into';
    case 'NotFound':
    case 'RefTaken':
      return fieldsByKind[refusal.kind];
    case 'NotRegistered':
      return refusal.what;
    case 'AnsweredAlready':
    case 'InUse':
    case 'NotRemovable':
    case 'NotMovable':
      return 'item';
    case 'TargetIsDropped':
      return 'target';
    case 'EventNotFound':
    case 'AlreadyRetracted':
    case 'PlanRestsOnIt':
      return 'events';
    case 'DocumentNotImported':
      return 'document';
    case 'RoleOnEveryPlan':
    case 'RoleNotHeld':
      return refusal._tag === 'RoleNotHeld' ? 'role' : 'plan';
    case 'MessageIsOtherwise':
      return 'message';
    case 'TooManyLinks':
    case 'NoPlan':
    case 'LastAdministrator':
    case 'AccountIsClosed':
    case 'AccountIsOpen':
    case 'TokenIsRevoked':
    case 'WebhookIsRemoved':
    case 'AlreadyRegistered':
    case 'PlanIsClosed':
    case 'ActionNotOpen':
    case 'ActionIsOpen':
    case 'NothingAsked':
    case 'TooManyEvents':
      return undefined;
  }
};
