import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound, NothingAsked } from '../refusals.ts';
import { Ref } from '../words.ts';
import { askedRequests } from './asked-requests.ts';
import { UpdateWaived } from './update-waived.ts';

/** Says that an update which was asked for is needed no longer. */
export const WaiveUpdate = defineCommand(
  'WaiveUpdate',
  t.intersection([t.type({ action: Ref }), t.partial({ requests: t.readonlyArray(Ref) })]),
);

export type WaiveUpdateRefusal = NotFound | NothingAsked;

export const waiveUpdate: DecideOn<typeof WaiveUpdate, WaiveUpdateRefusal, PlanBody> =
  (state) =>
  ({ action, requests }) =>
    pipe(
      existing(state, 'action', action),
      E.chain((subject) => askedRequests(state, subject, requests)),
      E.filterOrElseW(
        (open) => open.length > 0,
        () => ({ _tag: 'NothingAsked' as const, action }),
      ),
      E.map((open) => [UpdateWaived.of({ action, requests: open })]),
    );
