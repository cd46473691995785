import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, openPlan } from '../guards.ts';
import type { NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { freeNote } from './free-note.ts';
import { NoteAdded } from './note-added.ts';

/** Adds a note on progress to an action; `onlyAsks` where its words only ask for news. */
export const AddNote = defineCommand(
  'AddNote',
  t.intersection([
    t.type({ action: Ref, note: Ref, text: Text }),
    t.partial({ onlyAsks: t.literal(true) }),
  ]),
);

export type AddNoteRefusal = PlanIsClosed | NotFound | RefTaken;

export const addNote: DecideOn<typeof AddNote, AddNoteRefusal, PlanBody> = (state) => (asked) =>
  pipe(
    openPlan(state),
    E.chainW(() => existing(state, 'action', asked.action)),
    E.chainW((subject) => freeNote(state, subject, asked)),
    E.map(() => [NoteAdded.of(asked)]),
  );
