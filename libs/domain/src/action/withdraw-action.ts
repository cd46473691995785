import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { actionOpenOr } from '../guards.ts';
import type { ActionNotOpen, NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { ActionWithdrawn } from './action-withdrawn.ts';

/** Withdraws an action that will not be done, or that the plan holds no longer. */
export const WithdrawAction = defineCommand('WithdrawAction', t.type({ action: Ref }));

export type WithdrawActionRefusal = NotFound | ActionNotOpen;

export const withdrawAction: DecideOn<typeof WithdrawAction, WithdrawActionRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      actionOpenOr(state, 'withdrawn')(action),
      E.map(() => [ActionWithdrawn.of({ action })]),
    );
