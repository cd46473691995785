import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { openActionOfOpenPlan, inOrder } from '../guards.ts';
import type { ActionNotOpen, DatesBackwards, NotFound, PlanIsClosed } from '../refusals.ts';
import { Timescale } from '../timescale.ts';
import { Ref } from '../words.ts';
import { TimescaleSet } from './timescale-set.ts';

/** Sets when an action is to be done. */
export const SetTimescale = defineCommand(
  'SetTimescale',
  t.type({ action: Ref, timescale: Timescale }),
);

export type SetTimescaleRefusal = PlanIsClosed | NotFound | ActionNotOpen | DatesBackwards;

export const setTimescale: DecideOn<typeof SetTimescale, SetTimescaleRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      openActionOfOpenPlan(state, asked.action),
      E.chainW(() => inOrder(asked.timescale)),
      E.map(() => [TimescaleSet.of(asked)]),
    );
