import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { free, openPlan } from '../guards.ts';
import type { NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { ActionCreated } from './action-created.ts';
import { existingPlace, freeRef } from './action-guards.ts';
import { Place } from './fields.ts';

/** Creates an action at its place in the plan. */
export const CreateAction = defineCommand(
  'CreateAction',
  t.type({ action: Ref, ref: Ref, label: JsonString, title: Text, under: Place }),
);

export type CreateActionRefusal = RefTaken | NotFound | PlanIsClosed;

export const createAction: DecideOn<typeof CreateAction, CreateActionRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => free(state, 'action', asked.action)),
      E.chainW(() => freeRef(state, asked.action, asked.ref)),
      E.chainW(() => existingPlace(state, asked.under)),
      E.map(() => [ActionCreated.of(asked)]),
    );
