import { type MakeOrders, newRef, type OnAction, simply } from '@trackrecord/application';
import { AddNote, Ref, SupersedeNote, type Text, WithdrawNote } from '@trackrecord/domain';
import type { FormField } from '@trackrecord/pages';
import { ukDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { type ReadField, readText, together, wrong } from './read-fields.ts';

const chosenNote = ({ action, filled }: ActionPlace) =>
  action.notes.find(({ note }) => note === filled.text('note'));

/** Which note: the one that the action's page was asked about, or another. */
const noteField = ({ action, filled }: ActionPlace): FormField => ({
  kind: 'radios',
  field: 'note',
  label: 'Which note?',
  value: filled.text('note', action.notes.length === 1 ? (action.notes[0]?.note ?? '') : ''),
  items: action.notes
    .toReversed()
    .map(({ note, text, on }) => ({ value: note, text: shortened(text, 160), hint: ukDate(on) })),
});

const noNotes = ({ action }: ActionPlace): string | undefined =>
  action.notes.length === 0 ? 'This action has no notes at the moment.' : undefined;

const readNote = ({ filled }: ActionPlace): ReadField<Ref> => {
  const note = filled.text('note');
  return Ref.is(note) ? E.right(note) : wrong('note', 'Which note? Choose one.');
};

/** The new words first: what gives way, gives way to a note that is there. */
const replacing =
  (note: Ref, text: Text): MakeOrders<OnAction> =>
  ({ deps, action }) => {
    const by = newRef(deps, 'n');
    return TE.right([
      AddNote.of({ action, note: by, text }),
      SupersedeNote.of({ action, note, by }),
    ]);
  };

/** Lets a note give way to another: the old one stays in the history. */
export const replaceNoteForm: ActionForm = {
  name: 'replace-note',
  may: 'manage',
  shows: (of) => ({
    heading: 'Replace a note',
    lead: [
      noNotes(of) ?? 'The new words take the place of the old ones, which stay in the history.',
    ],
    fields: [
      noteField(of),
      {
        kind: 'longText',
        field: 'text',
        label: 'New words',
        value: of.filled.text('text', chosenNote(of)?.text ?? ''),
        rows: 6,
      },
    ],
    button: 'Replace the note',
  }),
  reads: (of) =>
    pipe(
      together(readNote(of), readText('text', 'New words', of.filled.text('text'))),
      E.chain(([note, text]) =>
        text === chosenNote(of)?.text
          ? wrong(
              'text',
              'New words: These are the words that the note has. Change them, or cancel.',
            )
          : E.right({
              make: replacing(note, text),
              done: `A note on action ${of.action.ref} was replaced.`,
              nothingNew: 'The note was replaced already.',
              mine: `“${shortened(text)}”`,
            }),
      ),
    ),
};

const withdrawing = (note: Ref): MakeOrders<OnAction> =>
  simply(({ action }) => WithdrawNote.of({ action, note }));

/** Withdraws a note that stands no longer. */
export const withdrawNoteForm: ActionForm = {
  name: 'withdraw-note',
  may: 'manage',
  shows: (of) => ({
    heading: 'Withdraw a note',
    lead: [
      noNotes(of) ??
        'It no longer stands from the date that you give. If it was never right, say “This was wrong” in the history instead.',
    ],
    fields: [noteField(of)],
    button: 'Withdraw the note',
  }),
  reads: (of) =>
    pipe(
      readNote(of),
      E.map((note) => ({
        make: withdrawing(note),
        done: `A note on action ${of.action.ref} was withdrawn.`,
        nothingNew: 'The note was withdrawn already.',
        mine: 'Withdrawn',
      })),
    ),
};
