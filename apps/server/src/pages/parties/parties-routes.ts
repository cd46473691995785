import type { Route } from '../../http/route.ts';
import { formRoutes } from '../change/change-routes.ts';
import { contactRoutes } from './contact-forms.ts';
import { mergeRoutes } from './merge-form.ts';
import { directoryFormKind, partyForKeepersKind, partyFormKind } from './party-form-kind.ts';
import { boardRoleForms, membershipForms, renameForm } from './party-forms.ts';
import { registerForm } from './register-form.ts';
import { partyEntryKind, retractPartyForm } from './retract-party-form.ts';
import { showParties } from './show-parties.ts';
import { showParty } from './show-party.ts';

/**
 * People and organisations, each of them, and every form that changes one. A party belongs to the whole log: to rename
 * one, to merge two, to say who belongs to an organisation – whose actions in any plan are theirs then – or to take
 * that back takes whoever keeps every plan; to bring somebody in, whoever keeps one.
 */
export const partiesRoutes: ReadonlyArray<Route> = [
  showParties,
  ...formRoutes(directoryFormKind, 'signed in')(registerForm),
  showParty,
  ...mergeRoutes,
  ...formRoutes(partyFormKind)(renameForm),
  ...formRoutes(partyEntryKind)(retractPartyForm),
  ...contactRoutes,
  ...membershipForms.flatMap(formRoutes(partyFormKind)),
  ...boardRoleForms.flatMap(formRoutes(partyForKeepersKind, 'signed in')),
];
