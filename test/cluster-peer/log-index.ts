import {
  comparePositions,
  type LogPosition,
  positionOf,
  type StoredEvent,
} from './stored-event.ts';

/** How many of the first events, of those seen, meet a condition that only the first ones meet. */
const countWhile = (seen: number, meets: (index: number) => boolean): number => {
  let low = 0;
  let high = seen;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (meets(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};

type Events = ReadonlyArray<StoredEvent>;

const at = (events: Events, index: number): StoredEvent => {
  const event = events[index];
  if (!event) throw new Error(`There is no event ${index} in a log of ${events.length}.`);
  return event;
};

/** The index of the first event at a position or behind it: where a read forwards begins. */
export const firstFrom = (events: Events, seen: number, position: LogPosition): number =>
  countWhile(seen, (i) => comparePositions(positionOf(at(events, i)), position) < 0);

/** The index of the first event behind a position: where a subscription goes on. */
export const firstAfter = (events: Events, seen: number, position: LogPosition): number =>
  countWhile(seen, (i) => comparePositions(positionOf(at(events, i)), position) <= 0);

/**
 * How many events end at a position or before it: a read backwards begins with the last of them, so that the event at
 * a position is not read. KurrentDB: Services/Storage/ReaderIndex/AllReader.cs, ReadAllEventsBackward
 */
export const endedBy = (events: Events, seen: number, { commit, prepare }: LogPosition): number =>
  countWhile(seen, (i) => {
    const { end } = at(events, i);
    return comparePositions({ commit: end, prepare: end }, { commit, prepare }) <= 0;
  });

/**
 * Whether the log can be read from a position: one inside of a record is refused, one behind the end is not.
 * KurrentDB: StorageReaderWorker.All.cs, InvalidPosition
 */
export const isReadable = (events: Events, { commit }: LogPosition): boolean => {
  if (commit === 0n) return true;
  const index = countWhile(events.length, (i) => at(events, i).position < commit);
  const next = events[index]?.position;
  if (events[index - 1]?.end === commit) return true;
  return next === undefined ? commit >= (events.at(-1)?.end ?? 0n) : commit === next;
};
