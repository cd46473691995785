import type { Node } from '@trackrecord/server';
import { nodeMetrics } from '../following/node-metrics.ts';
import { isReady, type NodeState } from '../following/node-state.ts';

/** How the node that follows a log stands, as a server tells it. */
export const nodeOf = (stateNow: () => NodeState, maxLag_seconds: number): Node => ({
  metrics: nodeMetrics(stateNow),
  readiness: () => {
    const state = stateNow();
    return { ready: isReady(state, maxLag_seconds), state };
  },
});
