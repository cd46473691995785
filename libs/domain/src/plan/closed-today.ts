import * as O from 'fp-ts/lib/Option.js';
import type { StreamState } from '../stream-state.ts';
import { plan, planStatus } from './fields.ts';

/** Whether the plan was closed on the very date of the command: saying so again is nothing new. */
export const isClosedToday = ({ cut, asOf }: StreamState): boolean =>
  O.toUndefined(planStatus.of(cut, plan)) === 'closed' &&
  O.toUndefined(planStatus.since(cut, plan)) === asOf;
