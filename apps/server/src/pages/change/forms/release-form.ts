import { releaseOrder } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { ActionForm } from '../change-form.ts';
import { wrong } from './read-fields.ts';

/** Ends an ownership of an action. */
export const releaseForm: ActionForm = {
  name: 'release',
  may: 'manage',
  shows: ({ action, filled }) => ({
    heading: 'Release an owner',
    lead: action.owners.length === 0 ? ['Nobody owns this action at the moment.'] : [],
    fields: [
      {
        kind: 'radios',
        field: 'owner',
        label: 'Who is no longer its owner?',
        value: filled.text(
          'owner',
          action.owners.length === 1 ? (action.owners[0]?.party ?? '') : '',
        ),
        items: action.owners.map(({ party, name, role }) => ({
          value: party,
          text: name,
          hint: role === 'lead' ? 'leads it' : 'supports it',
        })),
      },
    ],
    button: 'Release them',
  }),
  reads: ({ action, filled }) => {
    const owner = filled.text('owner').trim();
    if (owner === '') return wrong('owner', 'Who is no longer its owner? Choose one.');
    const name = action.owners.find(({ party }) => party === owner)?.name ?? owner;
    return E.right({
      make: releaseOrder(owner),
      done: `${name} is no longer an owner of action ${action.ref}.`,
      nothingNew: `${name} is no owner of action ${action.ref} on that date.`,
      mine: `${name} is no longer an owner`,
    });
  },
};
