import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, openPlan } from '../guards.ts';
import type { ActionIsOpen, NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { Ref } from '../words.ts';
import { ActionReopened } from './action-reopened.ts';
import { freeRef } from './action-guards.ts';
import { actionRef, actionStatus } from './fields.ts';

/** Opened again on the very date of the command: saying so once more is nothing new. */
const isOpenSinceBefore = ({ cut, asOf }: StreamState, subject: string): boolean =>
  O.toUndefined(actionStatus.of(cut, subject)) === 'open' &&
  O.toUndefined(actionStatus.since(cut, subject)) !== asOf;

/** Opens a closed or withdrawn action again; its ref must not have gone to another meanwhile. */
export const ReopenAction = defineCommand('ReopenAction', t.type({ action: Ref }));

export type ReopenActionRefusal = PlanIsClosed | NotFound | ActionIsOpen | RefTaken;

export const reopenAction: DecideOn<typeof ReopenAction, ReopenActionRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      openPlan(state),
      E.chainW(() => existing(state, 'action', action)),
      E.filterOrElseW(
        (subject) => !isOpenSinceBefore(state, subject),
        () => ({ _tag: 'ActionIsOpen' as const, action }),
      ),
      E.chainFirstW((subject) =>
        freeRef(state, action, O.getOrElse(() => action)(actionRef.of(state.cut, subject))),
      ),
      E.map(() => [ActionReopened.of({ action })]),
    );
