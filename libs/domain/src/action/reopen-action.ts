import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { ActionIsOpen, NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { ActionReopened } from './action-reopened.ts';
import { actionStatus } from './fields.ts';

/** Opens a closed or withdrawn action again. */
export const ReopenAction = defineCommand('ReopenAction', t.type({ action: Ref }));

export type ReopenActionRefusal = NotFound | ActionIsOpen;

export const reopenAction: DecideOn<typeof ReopenAction, ReopenActionRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      existing(state, 'action', action),
      E.filterOrElseW(
        (subject) => O.toUndefined(actionStatus.of(state.cut, subject)) !== 'open',
        () => ({ _tag: 'ActionIsOpen' as const, action }),
      ),
      E.map(() => [ActionReopened.of({ action })]),
    );
