import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { free, openPlan } from '../guards.ts';
import type { PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { EnablerAdded } from './enabler-added.ts';

/** Adds an enabler to the plan. */
export const AddEnabler = defineCommand('AddEnabler', t.type({ enabler: Ref, title: Text }));

export type AddEnablerRefusal = RefTaken | PlanIsClosed;

export const addEnabler: DecideOn<typeof AddEnabler, AddEnablerRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openPlan(state),
      E.chainW(() => free(state, 'enabler', asked.enabler)),
      E.map(() => [EnablerAdded.of(asked)]),
    );
