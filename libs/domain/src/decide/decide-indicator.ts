import type { Decide } from '@trackrecord/kernel';
import type { OrdersOf, RefusalsOf } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import { indicatorCommands } from '../indicator/indicator-commands.ts';
import type { StreamState } from '../stream-state.ts';
import { decideBy } from './decide-by.ts';

export { indicatorCommands };

/** Every command on an indicator's stream. */
export type IndicatorOrder = OrdersOf<typeof indicatorCommands>;

export type IndicatorRefusal = RefusalsOf<typeof indicatorCommands>;

/** Decides any command on an indicator. */
export const decideIndicator: Decide<StreamState, IndicatorOrder, IndicatorRefusal, IndicatorBody> =
  decideBy<IndicatorOrder, IndicatorRefusal, IndicatorBody>(indicatorCommands);
