import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject, inOrder, openPlan } from '../guards.ts';
import type { DatesBackwards, NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { Ref, Subject, Text } from '../words.ts';
import { DataNeedRaised } from './data-need-raised.ts';
import { freeDataNeed } from './target-guards.ts';

/** Names data that the plan lacks. */
export const RaiseDataNeed = defineCommand(
  'RaiseDataNeed',
  t.intersection([
    t.type({ dataNeed: Ref, words: Text, under: Subject }),
    t.partial({ timescale: Timescale }),
  ]),
);

export type RaiseDataNeedRefusal = RefTaken | NotFound | PlanIsClosed | DatesBackwards;

export const raiseDataNeed: DecideOn<typeof RaiseDataNeed, RaiseDataNeedRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => freeDataNeed(state, asked.dataNeed)),
      E.chainW(() => existingSubject(state, asked.under)),
      E.chainW(() => inOrder(asked.timescale)),
      E.map(() => [DataNeedRaised.of(asked)]),
    );
