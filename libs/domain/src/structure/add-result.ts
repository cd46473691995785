import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, free, inOrder, openPlan } from '../guards.ts';
import type { DatesBackwards, NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { Measure } from './fields.ts';
import { ResultAdded } from './result-added.ts';

/** Adds a result under a priority. */
export const AddResult = defineCommand(
  'AddResult',
  t.intersection([
    t.type({ result: Ref, title: Text, priority: Ref }),
    t.partial({ measure: Measure }),
  ]),
);

export type AddResultRefusal = RefTaken | NotFound | PlanIsClosed | DatesBackwards;

export const addResult: DecideOn<typeof AddResult, AddResultRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => free(state, 'result', asked.result)),
      E.chainW(() => existing(state, 'priority', asked.priority)),
      E.chainW(() => inOrder(asked.measure?.timescale)),
      E.map(() => [ResultAdded.of(asked)]),
    );
