import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { actionOpenOr } from '../guards.ts';
import type { ActionNotOpen, NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { ActionClosed } from './action-closed.ts';

/** Closes an action that is done. */
export const CloseAction = defineCommand('CloseAction', t.type({ action: Ref }));

export type CloseActionRefusal = NotFound | ActionNotOpen;

export const closeAction: DecideOn<typeof CloseAction, CloseActionRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      actionOpenOr(state, 'closed')(action),
      E.map(() => [ActionClosed.of({ action })]),
    );
