import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { free, openPlan } from '../guards.ts';
import type { PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { PriorityAdded } from './priority-added.ts';

/** Adds a priority to the plan. */
export const AddPriority = defineCommand(
  'AddPriority',
  t.intersection([t.type({ priority: Ref, title: Text }), t.partial({ statement: Text })]),
);

export type AddPriorityRefusal = RefTaken | PlanIsClosed;

export const addPriority: DecideOn<typeof AddPriority, AddPriorityRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => free(state, 'priority', asked.priority)),
      E.map(() => [PriorityAdded.of(asked)]),
    );
