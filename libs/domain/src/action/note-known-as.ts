import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { ActionKnownAs } from './action-known-as.ts';

/** Notes another number by which an action is known. */
export const NoteKnownAs = defineCommand('NoteKnownAs', t.type({ action: Ref, knownAs: Ref }));

export type NoteKnownAsRefusal = NotFound;

export const noteKnownAs: DecideOn<typeof NoteKnownAs, NoteKnownAsRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'action', asked.action),
      E.map(() => [ActionKnownAs.of(asked)]),
    );
