import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { actionNote } from './fields.ts';

/** The subject of an action that must hold the note. */
export const existingNote = (
  state: StreamState,
  action: string,
  note: string,
): E.Either<NotFound, string> =>
  pipe(
    existing(state, 'action', action),
    E.filterOrElse(
      (subject) => O.isSome(actionNote.of(state.cut, subject, note)),
      (): NotFound => ({ _tag: 'NotFound', kind: 'note', ref: note }),
    ),
  );
