import { describe, expect, it } from 'vitest';
import type { ClusterEvent } from '../cluster-event.ts';
import { makeArrivals } from './arrivals.ts';

const at = (place: bigint) => ({ commit: place, prepare: place });

const event = (place: bigint): ClusterEvent => ({
  stream: 't.plan-a',
  revision: place,
  id: `id-${place}`,
  type: 'T',
  data: {},
  metadata: undefined,
  created_ms: 0,
  position: at(place),
});

describe('what a subscription has brought', () => {
  it('given a checkpoint said ahead of two events under way, when they have not arrived, then it is not told', () => {
    const arrivals = makeArrivals();
    arrivals.event(event(1n));
    arrivals.checkpoint(at(9n), 2);
    arrivals.event(event(2n));
    expect(arrivals.take()).toEqual([{ _tag: 'Events', events: [event(1n), event(2n)] }]);
    arrivals.event(event(3n));
    expect(arrivals.take()).toEqual([
      { _tag: 'Events', events: [event(3n)] },
      { _tag: 'Checkpoint', position: at(9n) },
    ]);
  });

  it('given a checkpoint and an event after it, when they are taken together, then the event says more', () => {
    const arrivals = makeArrivals();
    arrivals.checkpoint(at(5n), 0);
    arrivals.event(event(6n));
    expect(arrivals.take()).toEqual([{ _tag: 'Events', events: [event(6n)] }]);
    expect(arrivals.take()).toEqual([]);
  });

  it('given several checkpoints and no event, when they are taken, then the last is told', () => {
    const arrivals = makeArrivals();
    arrivals.checkpoint(at(5n), 0);
    arrivals.checkpoint(at(7n), 0);
    expect(arrivals.take()).toEqual([{ _tag: 'Checkpoint', position: at(7n) }]);
  });

  it('given that it has caught up with one event under way, when that has arrived, then it is told after it', () => {
    const arrivals = makeArrivals();
    arrivals.caughtUp(1);
    expect(arrivals.take()).toEqual([]);
    arrivals.event(event(1n));
    arrivals.event(event(2n));
    expect(arrivals.take()).toEqual([
      { _tag: 'Events', events: [event(1n), event(2n)] },
      { _tag: 'CaughtUp' },
    ]);
    expect(arrivals.waiting()).toBe(0);
  });
});
