import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FromCluster } from '../connection.ts';

/** What a subscription has brought and nobody has taken yet, put in order. */
export type Arrivals = Readonly<{
  /** Events that wait to be taken. */
  waiting: () => number;
  event: (event: ClusterEvent) => void;
  /** @param underWay how many events that came before it are still to arrive */
  checkpoint: (position: ClusterPosition, underWay: number) => void;
  /** @param underWay how many events that came before it are still to arrive */
  caughtUp: (underWay: number) => void;
  /** All that can be told now: events, and then what was said after them. */
  take: () => ReadonlyArray<FromCluster>;
}>;

/**
 * The client says that it has caught up, or reached a checkpoint, ahead of events that came before and wait in its
 * buffers: here each waits until they have arrived. A checkpoint with later events after it has nothing to tell.
 */
export const makeArrivals = (): Arrivals => {
  let events: Array<ClusterEvent> = [];
  let arrived = 0;
  let checkpoint: Readonly<{ after: number; position: ClusterPosition }> | undefined;
  let caughtUpAfter: number | undefined;

  const takeEvents = (): ReadonlyArray<FromCluster> => {
    const taken = events;
    events = [];
    return taken.length === 0 ? [] : [{ _tag: 'Events', events: taken }];
  };

  const takeCheckpoint = (): ReadonlyArray<FromCluster> => {
    if (checkpoint === undefined || checkpoint.after > arrived) return [];
    const { after, position } = checkpoint;
    checkpoint = undefined;
    return after === arrived ? [{ _tag: 'Checkpoint', position }] : [];
  };

  const takeCaughtUp = (): ReadonlyArray<FromCluster> => {
    if (caughtUpAfter === undefined || caughtUpAfter > arrived) return [];
    caughtUpAfter = undefined;
    return [{ _tag: 'CaughtUp' }];
  };

  return {
    waiting: () => events.length,
    event: (event) => {
      events.push(event);
      arrived += 1;
    },
    checkpoint: (position, underWay) => {
      checkpoint = { after: arrived + underWay, position };
    },
    caughtUp: (underWay) => {
      caughtUpAfter ??= arrived + underWay;
    },
    take: () => [...takeEvents(), ...takeCheckpoint(), ...takeCaughtUp()],
  };
};
