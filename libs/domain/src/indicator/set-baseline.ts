import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { IndicatorId } from '../words.ts';
import { BaselineSet } from './baseline-set.ts';
import { Baseline } from './fields.ts';

/** Says where a plan starts from on an indicator. */
export const SetBaseline = defineCommand(
  'SetBaseline',
  t.type({ indicator: IndicatorId, baseline: Baseline }),
);

export type SetBaselineRefusal = never;

export const setBaseline: DecideOn<typeof SetBaseline, SetBaselineRefusal, PlanBody> =
  () => (asked) =>
    E.right([BaselineSet.of(asked)]);
