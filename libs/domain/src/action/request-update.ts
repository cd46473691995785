import { canonicalJson, LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openAction, openPlan } from '../guards.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { PartyId, Ref, Text } from '../words.ts';
import { type UpdateRequest, updateRequest } from './fields.ts';
import { UpdateRequested } from './update-requested.ts';

/** Asks for an update on an action: of somebody, or of nobody in particular. */
export const RequestUpdate = defineCommand(
  'RequestUpdate',
  t.intersection([
    t.type({ action: Ref, request: Ref, of: t.readonlyArray(PartyId), words: Text }),
    t.partial({ dueOn: LocalDate }),
  ]),
);

export type RequestUpdateRefusal = PlanIsClosed | NotFound | ActionNotOpen | RefTaken;

/** Whether a request of that id was made already, and is another one. */
const isAnother = ({ cut }: StreamState, subject: string, request: Ref, asked: UpdateRequest) =>
  O.exists((made: UpdateRequest) => canonicalJson(made) !== canonicalJson(asked))(
    updateRequest.of(cut, subject, request),
  );

export const requestUpdate: DecideOn<typeof RequestUpdate, RequestUpdateRefusal, PlanBody> =
  (state) =>
  ({ action, request, ...rest }) => {
    const asked: UpdateRequest = { ...rest, state: 'open', askedOn: state.asOf };
    return pipe(
      openPlan(state),
      E.chainW(() => openAction(state, action)),
      E.filterOrElseW(
        (subject) => !isAnother(state, subject, request, asked),
        (): RefTaken => ({ _tag: 'RefTaken', kind: 'request', ref: request }),
      ),
      E.map(() => [UpdateRequested.of({ action, request, asked })]),
    );
  };
