import type { ClusterEvent, ClusterPosition } from '../kurrentdb/cluster-event.ts';
import { wordsId } from './words-event.ts';

/** For specs: what somebody writes to a stream of a cluster, in the whole of its name. */
export type Written = Readonly<
  Pick<ClusterEvent, 'stream'> & Partial<Pick<ClusterEvent, 'id' | 'type' | 'data' | 'metadata'>>
>;

/** A cluster’s `$all`, as a list. */
export type MadeUpCluster = Readonly<{
  write: (written: Written) => ClusterEvent;
  /** An event of ours, number `n` of all of them. */
  say: (stream: string, n: number, words?: string) => ClusterEvent;
  /** Somebody writes elsewhere: the end moves on. */
  writeElsewhere: () => void;
  all: () => ReadonlyArray<ClusterEvent>;
  /** The last position, whoever wrote there; `undefined` while nobody has. */
  end: () => ClusterPosition | undefined;
}>;

export const ours = { trackrecord: 1 };

/** How long a record is: positions are places in a file. */
const recordLength = 100n;

const at = (place: bigint): ClusterPosition => ({ commit: place, prepare: place });

export const madeUpCluster = (): MadeUpCluster => {
  const events: Array<ClusterEvent> = [];
  const revisions = new Map<string, bigint>();
  let place: bigint | undefined;

  const next = (): bigint => {
    place = place === undefined ? 0n : place + recordLength;
    return place;
  };

  const write: MadeUpCluster['write'] = ({ stream, id = wordsId(0), type = 'Said', ...rest }) => {
    const revision = (revisions.get(stream) ?? -1n) + 1n;
    revisions.set(stream, revision);
    const event: ClusterEvent = {
      stream,
      revision,
      id,
      type,
      data: rest.data,
      metadata: rest.metadata,
      created_ms: 0,
      position: at(next()),
    };
    events.push(event);
    return event;
  };

  return {
    write,
    say: (stream, n, words = `said ${n}`) =>
      write({ stream, id: wordsId(n), data: { id: wordsId(n), words }, metadata: ours }),
    writeElsewhere: () => {
      next();
    },
    all: () => [...events],
    end: () => (place === undefined ? undefined : at(place)),
  };
};
