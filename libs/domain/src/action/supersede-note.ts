import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { IntoItself, NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { existingNote } from './existing-note.ts';
import { NoteSuperseded } from './note-superseded.ts';

/** Lets a note give way to another. */
export const SupersedeNote = defineCommand(
  'SupersedeNote',
  t.type({ action: Ref, note: Ref, by: Ref }),
);

export type SupersedeNoteRefusal = NotFound | IntoItself;

export const supersedeNote: DecideOn<typeof SupersedeNote, SupersedeNoteRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existingNote(state, asked.action, asked.note),
      E.filterOrElseW(
        () => asked.note !== asked.by,
        (): IntoItself => ({ _tag: 'IntoItself', what: 'note' }),
      ),
      E.map(() => [NoteSuperseded.of(asked)]),
    );
