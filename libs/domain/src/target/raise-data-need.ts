import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject, openPlan } from '../guards.ts';
import type { NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Subject, Text } from '../words.ts';
import { DataNeedRaised } from './data-need-raised.ts';
import { freeDataNeed } from './target-guards.ts';

/** Names data that the plan lacks. */
export const RaiseDataNeed = defineCommand(
  'RaiseDataNeed',
  t.type({ dataNeed: Ref, words: Text, under: Subject }),
);

export type RaiseDataNeedRefusal = RefTaken | NotFound | PlanIsClosed;

export const raiseDataNeed: DecideOn<typeof RaiseDataNeed, RaiseDataNeedRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => freeDataNeed(state, asked.dataNeed)),
      E.chainW(() => existingSubject(state, asked.under)),
      E.map(() => [DataNeedRaised.of(asked)]),
    );
