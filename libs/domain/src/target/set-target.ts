import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject, free } from '../guards.ts';
import type { NotFound, RefTaken } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Subject, Text } from '../words.ts';
import { TargetSet } from './target-set.ts';

/** Sets a target under an item of the plan. */
export const SetTarget = defineCommand(
  'SetTarget',
  t.intersection([
    t.type({ target: Ref, label: JsonString, words: Text, under: Subject }),
    t.partial({ timescale: Timescale }),
  ]),
);

export type SetTargetRefusal = RefTaken | NotFound;

export const setTarget: DecideOn<typeof SetTarget, SetTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      free(state, 'target', asked.target),
      E.chainW(() => existingSubject(state, asked.under)),
      E.map(() => [TargetSet.of(asked)]),
    );
