import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { NodeState } from './node-state.ts';

const states: ReadonlyArray<NodeState['state']> = [
  'starting',
  'live',
  'behind',
  'away',
  'stopped',
  'elsewhere',
];

/**
 * What a node tells a Prometheus server, taken when it asks: how far it is behind, and the usual of the process.
 * @param stateNow how the node stands
 */
export const nodeMetrics = (stateNow: () => NodeState): Registry => {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: (state: NodeState) => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(stateNow()));
      },
    });
  };
  gauge(
    'trackrecord_follower_lag_events',
    'Events known to be stored that this node’s views do not hold',
    ({ lag }) => lag.events,
  );
  gauge(
    'trackrecord_follower_lag_seconds',
    'Time since this node’s views were last known to hold everything; +Inf where they never were',
    ({ lag }) => lag.seconds ?? Infinity,
  );
  gauge(
    'trackrecord_log_ordinal',
    'The last ordinal of the log as this node has it',
    ({ ordinal }) => ordinal,
  );
  gauge(
    'trackrecord_views_ordinal',
    'The last ordinal that this node’s views hold',
    ({ views }) => views,
  );
  new Gauge({
    name: 'trackrecord_follower_state',
    help: 'How this node stands: 1 for the state that it is in, 0 for the others',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { state } = stateNow();
      states.forEach((one) => {
        this.set({ state: one }, one === state ? 1 : 0);
      });
    },
  });
  new Gauge({
    name: 'trackrecord_events_skipped',
    help: 'Events in the log’s streams that are left out of the log: written by others, or second tries',
    labelNames: ['why'],
    registers: [registry],
    collect() {
      Object.entries(stateNow().skipped).forEach(([why, count]) => {
        this.set({ why }, count);
      });
    },
  });
  collectDefaultMetrics({ register: registry });
  return registry;
};
