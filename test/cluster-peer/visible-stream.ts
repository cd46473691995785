import type { Node } from './node.ts';
import { deletedStream, type StoredEvent } from './stored-event.ts';

/** A stream as a node shows it. */
export type VisibleStream = Readonly<{
  /** By revision. */
  events: ReadonlyArray<StoredEvent>;
  /** The first revision that is shown. */
  first: number;
  /** What there is instead of events: nothing that is shown, or a tombstone. */
  hasEnded: 'none' | 'tombstone' | undefined;
}>;

/** What a node has of a stream, and what its metadata leaves to be shown. */
export const visibleStream = (node: Node, name: string): VisibleStream => {
  const { store } = node;
  const seen = node.visible();
  const all = store.stream(name);
  let length = all.length;
  while (length > 0 && (all[length - 1]?.index ?? 0) >= seen) length -= 1;
  const events = length === all.length ? all : all.slice(0, length);
  const { truncateBefore, maxCount } = store.metadataOf(name);
  if (events.at(-1)?.revision === deletedStream) return { events, first: 0, hasEnded: 'tombstone' };
  if (events.length === 0 || truncateBefore === deletedStream)
    return { events, first: 0, hasEnded: 'none' };
  const byCount = maxCount === undefined ? 0 : events.length - Number(maxCount);
  return { events, first: Math.max(Number(truncateBefore), byCount, 0), hasEnded: undefined };
};
