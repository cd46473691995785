import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject, inOrder, openPlan } from '../guards.ts';
import type { DatesBackwards, NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Subject, Text } from '../words.ts';
import { freeTarget } from './target-guards.ts';
import { TargetSet } from './target-set.ts';

/** Sets a target under an item of the plan. */
export const SetTarget = defineCommand(
  'SetTarget',
  t.intersection([
    t.type({ target: Ref, label: JsonString, words: Text, under: Subject }),
    t.partial({ timescale: Timescale }),
  ]),
);

export type SetTargetRefusal = RefTaken | NotFound | PlanIsClosed | DatesBackwards;

export const setTarget: DecideOn<typeof SetTarget, SetTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => freeTarget(state, asked.target)),
      E.chainW(() => existingSubject(state, asked.under)),
      E.chainW(() => inOrder(asked.timescale)),
      E.map(() => [TargetSet.of(asked)]),
    );
