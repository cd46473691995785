import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import type { Ref, Text } from '../words.ts';
import { actionNote } from './fields.ts';

/** A note whose id no other words have; the same words again are the same note. */
export const freeNote = (
  { cut }: StreamState,
  subject: string,
  { note, text }: Readonly<{ note: Ref; text: Text }>,
): E.Either<RefTaken, Ref> =>
  pipe(
    actionNote.of(cut, subject, note),
    O.filter((words) => words !== text),
    O.match(
      () => E.right(note),
      () => E.left({ _tag: 'RefTaken', kind: 'note', ref: note }),
    ),
  );
