import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { NoteAdded } from './note-added.ts';

/** Adds a note on progress to an action. */
export const AddNote = defineCommand('AddNote', t.type({ action: Ref, note: Ref, text: Text }));

export type AddNoteRefusal = NotFound;

export const addNote: DecideOn<typeof AddNote, AddNoteRefusal, PlanBody> = (state) => (asked) =>
  pipe(
    existing(state, 'action', asked.action),
    E.map(() => [NoteAdded.of(asked)]),
  );
