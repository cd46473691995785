import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan } from '../guards.ts';
import type { ActionNotOpen, NotFound, PlanIsClosed } from '../refusals.ts';
import { Ref } from '../words.ts';
import { actionTimescale } from './fields.ts';
import { TimescaleRemoved } from './timescale-removed.ts';

/** Says that an action is to be done by no particular date. */
export const RemoveTimescale = defineCommand('RemoveTimescale', t.type({ action: Ref }));

export type RemoveTimescaleRefusal = PlanIsClosed | NotFound | ActionNotOpen;

export const removeTimescale: DecideOn<typeof RemoveTimescale, RemoveTimescaleRefusal, PlanBody> =
  (state) =>
  ({ action }) =>
    pipe(
      openActionOfOpenPlan(state, action),
      E.filterOrElseW(
        (subject) => O.isSome(actionTimescale.of(state.cut, subject)),
        (): NotFound => ({ _tag: 'NotFound', kind: 'timescale of action', ref: action }),
      ),
      E.map(() => [TimescaleRemoved.of({ action })]),
    );
