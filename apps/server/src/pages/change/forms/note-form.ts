import { noteOrder } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { readText } from './read-fields.ts';

/** Adds a note on progress. */
export const noteForm: ActionForm = {
  name: 'note',
  may: 'update',
  shows: ({ filled }) => ({
    heading: 'Add a note',
    fields: [
      {
        kind: 'longText',
        field: 'text',
        label: 'Note',
        hint: 'What has happened, in plain words. It is added to the notes that are there.',
        value: filled.text('text'),
        rows: 6,
      },
    ],
    button: 'Add the note',
  }),
  reads: ({ action, filled }) =>
    pipe(
      readText('text', 'Note', filled.text('text')),
      E.map((text) => ({
        make: noteOrder(text),
        done: `A note was added to action ${action.ref}.`,
        nothingNew: `Action ${action.ref} has this note already.`,
        mine: `“${shortened(text)}”`,
      })),
    ),
};
