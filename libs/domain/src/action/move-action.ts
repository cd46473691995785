import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { existingPlace } from './action-guards.ts';
import { ActionMoved } from './action-moved.ts';
import { Place } from './fields.ts';

/** Moves an action to another place in its plan. */
export const MoveAction = defineCommand('MoveAction', t.type({ action: Ref, under: Place }));

export type MoveActionRefusal = NotFound;

export const moveAction: DecideOn<typeof MoveAction, MoveActionRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'action', asked.action),
      E.chainW(() => existingPlace(state, asked.under)),
      E.map(() => [ActionMoved.of(asked)]),
    );
