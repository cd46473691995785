import type { EventId, StreamName } from '@trackrecord/kernel';
import type { Place } from '../judge-ids.ts';
import type { Replica } from './replica.ts';

/** The end of a stream: its last revision as the log counts it, and as the server does. */
export type StreamEnd = Readonly<{ revision: number; onServer: bigint }>;

/** Ends of streams that the copy has to reach. */
export type Ends = ReadonlyMap<StreamName, StreamEnd>;

/** What this process has stored in the cluster and its own copy of the log does not hold yet. */
export type Acknowledged = Readonly<{
  add: (stream: StreamName, ids: ReadonlyArray<EventId>, end: StreamEnd) => void;
  placeOf: (id: EventId) => Place | undefined;
  endOf: (stream: StreamName) => StreamEnd | undefined;
  /** What the copy has to reach before it holds everything acknowledged up to now. */
  ends: () => Ends;
}>;

type Entry = Readonly<{ end: StreamEnd; ids: ReadonlyArray<EventId> }>;

const holds = (
  replica: Pick<Replica, 'lastOnServer'>,
  stream: StreamName,
  { onServer }: StreamEnd,
): boolean => (replica.lastOnServer(stream) ?? -1n) >= onServer;

/** Whether the copy has reached all of these ends. */
export const reached = (replica: Pick<Replica, 'lastOnServer'>, ends: Ends): boolean =>
  [...ends].every(([stream, end]) => holds(replica, stream, end));

export const acknowledgedEvents = (replica: Replica): Acknowledged => {
  const entries = new Map<StreamName, ReadonlyArray<Entry>>();
  const places = new Map<EventId, Place>();

  /** Lets go of what the copy holds by now. */
  const forget = (stream: StreamName): ReadonlyArray<Entry> => {
    const all = entries.get(stream) ?? [];
    const firstWaiting = all.findIndex(({ end }) => !holds(replica, stream, end));
    const waiting = firstWaiting === -1 ? [] : all.slice(firstWaiting);
    all.slice(0, all.length - waiting.length).forEach(({ ids }) => {
      ids.forEach((id) => places.delete(id));
    });
    if (waiting.length === 0) entries.delete(stream);
    else entries.set(stream, waiting);
    return waiting;
  };

  const endOf = (stream: StreamName): StreamEnd | undefined => forget(stream).at(-1)?.end;

  return {
    add: (stream, ids, end) => {
      entries.set(stream, [...forget(stream), { end, ids }]);
      const first = end.revision - ids.length + 1;
      ids.forEach((id, index) => {
        // Nobody asks for the number in the global order, which only the copy can tell.
        places.set(id, { stream, revision: first + index, position: 0 });
      });
    },
    placeOf: (id) => places.get(id),
    endOf,
    ends: () =>
      new Map(
        [...entries.keys()].flatMap((stream) => {
          const end = endOf(stream);
          return end === undefined ? [] : [[stream, end]];
        }),
      ),
  };
};
