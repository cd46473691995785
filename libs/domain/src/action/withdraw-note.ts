import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { existingNote } from './existing-note.ts';
import { NoteWithdrawn } from './note-withdrawn.ts';

/** Withdraws a note. */
export const WithdrawNote = defineCommand('WithdrawNote', t.type({ action: Ref, note: Ref }));

export type WithdrawNoteRefusal = NotFound;

export const withdrawNote: DecideOn<typeof WithdrawNote, WithdrawNoteRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existingNote(state, asked.action, asked.note),
      E.map(() => [NoteWithdrawn.of(asked)]),
    );
