import { type MakeOrders, type OnAction, simply } from '@trackrecord/application';
import { Ref, WaiveUpdate } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { wrong } from './read-fields.ts';

const openOf = ({ action }: ActionPlace) => action.requests.filter(({ state }) => state === 'open');

const waiving = (requests: ReadonlyArray<Ref>): MakeOrders<OnAction> =>
  simply(({ action }) => WaiveUpdate.of({ action, requests }));

/** Says that updates which were asked for are needed no longer. */
export const waiveForm: ActionForm = {
  name: 'waive',
  may: 'manage',
  fieldOf: { requests: 'request' },
  shows: (of) => ({
    heading: 'No longer ask for an update',
    lead: openOf(of).length === 0 ? ['Nothing is asked of this action at the moment.'] : [],
    fields: [
      {
        kind: 'checkboxes',
        field: 'request',
        label: 'Which request is no longer needed?',
        values: of.filled.ticked(
          'request',
          openOf(of).map(({ request }) => request),
        ),
        items: openOf(of).map(({ request, words, of: whom }) => ({
          value: request,
          text: shortened(words, 160),
          hint:
            whom.length === 0
              ? 'asked of nobody in particular'
              : `asked of ${whom.map(({ name }) => name).join(', ')}`,
        })),
      },
    ],
    button: 'It is no longer needed',
  }),
  reads: ({ action, filled }) => {
    const chosen = filled.ticked('request');
    const requests = chosen.filter(Ref.is);
    if (requests.length === 0 || requests.length < chosen.length)
      return wrong(
        'request',
        'Which request is no longer needed? Choose at least one from the list.',
      );
    return E.right({
      make: waiving(requests),
      done: `${requests.length === 1 ? 'The request for an update' : 'The requests for updates'} on action ${action.ref} ${requests.length === 1 ? 'is' : 'are'} no longer needed.`,
      nothingNew: `That this is no longer needed is recorded already.`,
      mine: 'No longer needed',
    });
  },
};
