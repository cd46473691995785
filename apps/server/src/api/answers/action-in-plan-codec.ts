import type { ActionInPlan } from '@trackrecord/application';
import * as t from 'io-ts';
import { actionMembers } from './action-codec.ts';
import { HistoryLine } from './history-codec.ts';
import { asked, DataNeedCodec, IndicatorUsedCodec, TargetCodec } from './plan-codec.ts';

const { asOf, knownAt, ordinal } = asked;

/** An action with what stands under it and who said what of it. */
export const ActionInPlanCodec: t.Type<ActionInPlan, unknown, unknown> = t.type(
  {
    ...actionMembers,
    asOf,
    knownAt,
    ordinal,
    targets: t.readonlyArray(TargetCodec),
    indicators: t.readonlyArray(IndicatorUsedCodec),
    dataNeeds: t.readonlyArray(DataNeedCodec),
    history: t.readonlyArray(HistoryLine),
  },
  'ActionInPlan',
);
