import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { ActionReworded } from './action-reworded.ts';

/** Changes the words of an action. */
export const RewordAction = defineCommand('RewordAction', t.type({ action: Ref, title: Text }));

export type RewordActionRefusal = NotFound;

export const rewordAction: DecideOn<typeof RewordAction, RewordActionRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'action', asked.action),
      E.map(() => [ActionReworded.of(asked)]),
    );
