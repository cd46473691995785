import { JsonNumber } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { CadenceOutOfRange } from '../refusals.ts';
import { UpdateCadenceSet } from './update-cadence-set.ts';

/** Sets how often each action is to be updated: every 1 to 24 calendar months. */
export const SetUpdateCadence = defineCommand('SetUpdateCadence', t.type({ months: JsonNumber }));

export type SetUpdateCadenceRefusal = CadenceOutOfRange;

export const setUpdateCadence: DecideOn<
  typeof SetUpdateCadence,
  SetUpdateCadenceRefusal,
  PlanBody
> =
  () =>
  ({ months }) =>
    Number.isInteger(months) && months >= 1 && months <= 24
      ? E.right([UpdateCadenceSet.of({ months })])
      : E.left({ _tag: 'CadenceOutOfRange', months });
