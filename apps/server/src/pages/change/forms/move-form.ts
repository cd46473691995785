import { moveOrder } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm } from '../change-form.ts';
import { destinationWords, placeFieldOf, placeFields, readDestination } from './place-choices.ts';

/** Moves an action to another place in its plan. */
export const moveForm: ActionForm = {
  name: 'move',
  may: 'manage',
  fieldOf: placeFieldOf,
  shows: ({ asked, action, filled }) => ({
    heading: 'Move this action',
    lead: ['It then stands under what you choose, and under nothing else. Its number stays.'],
    fields: placeFields(asked.answer, filled, 'Where does it stand?', action.under),
    button: 'Move it',
  }),
  reads: ({ action, filled }) =>
    pipe(
      readDestination(filled),
      E.map((to) => {
        const words = destinationWords(to);
        return {
          make: moveOrder(to),
          done: `Action ${action.ref} stands under ${words}.`,
          nothingNew: `Action ${action.ref} stands under ${words} on that date already.`,
          mine: words,
        };
      }),
    ),
};
