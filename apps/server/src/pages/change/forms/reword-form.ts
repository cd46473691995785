import { rewordOrder } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { mostOfTitle, readText } from './read-fields.ts';

/** Changes an action's words. */
export const rewordForm: ActionForm = {
  name: 'reword',
  may: 'manage',
  shows: ({ action, filled }) => ({
    heading: 'Reword this action',
    fields: [
      {
        kind: 'longText',
        field: 'title',
        label: 'Words of the action',
        hint: 'A first line as its heading; more lines where it is a list.',
        value: filled.text('title', action.title),
        rows: 4,
      },
    ],
    button: 'Save the words',
  }),
  reads: ({ action, filled }) =>
    pipe(
      readText('title', 'Words of the action', filled.text('title'), mostOfTitle),
      E.map((title) => ({
        make: rewordOrder(title),
        done: `Action ${action.ref} was reworded.`,
        nothingNew: `Action ${action.ref} says so on that date already.`,
        mine: `“${shortened(title)}”`,
      })),
    ),
};
