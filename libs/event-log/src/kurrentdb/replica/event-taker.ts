import type { Identified } from '@trackrecord/application/ports';
import type { EventCodec } from '../../event-codec.ts';
import type { EventWriter } from '../../sqlite/event-writer.ts';
import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FollowFault, Taken } from '../replica.ts';
import { type Held, judge } from './judge.ts';
import { placeOnServer } from './place-on-server.ts';
import { lastOnServer } from './replica-of.ts';
import type { SkippedEvents } from './skipped-events.ts';
import type { SkippedMemory } from './skipped-memory.ts';
import { rememberedNames } from './stream-names.ts';

export type TakerParts<A extends Identified> = Readonly<{
  tenant: string;
  codec: EventCodec<A>;
  writer: EventWriter;
  skipped: SkippedEvents;
  memory: SkippedMemory;
  /** The stream of the log’s last event; `undefined` for none. */
  latestStream: () => string | undefined;
}>;

/** Takes one event in, within a transaction that the caller began; a fault has written nothing. */
export type EventTaker = Readonly<{
  take: (event: ClusterEvent) => FollowFault | keyof Taken;
  /** How far the cluster was followed: the last event that was new, or what was said meanwhile. */
  position: () => ClusterPosition | undefined;
  /** Says how far, also when a transaction was taken back. */
  moveTo: (position: ClusterPosition | undefined) => void;
}>;

const heldBy = <A extends Identified>(
  { tenant, codec, writer, skipped, memory, latestStream }: TakerParts<A>,
  position: () => ClusterPosition | undefined,
): Held<A> => ({
  position,
  streamNamed: rememberedNames(tenant),
  lastOnServer: lastOnServer(writer.heads.lastRevision, memory.count),
  isLatest: (stream) => {
    const latest = latestStream();
    return latest === undefined || latest === stream;
  },
  isKnown: (id) => !writer.ids.isFresh(id),
  placeOf: (id) => {
    const place = writer.ids.placeOf(id);
    return place === undefined ? undefined : { ...placeOnServer(tenant, skipped, place), id };
  },
  skippedAt: skipped.idAt,
  decode: codec.decode,
  encode: codec.encode,
});

/** @param start how far the cluster was followed before */
export const eventTaker = <A extends Identified>(
  parts: TakerParts<A>,
  start: ClusterPosition | undefined,
): EventTaker => {
  const { writer, memory } = parts;
  let position = start;
  const held = heldBy(parts, () => position);

  return {
    take: (event) => {
      const judged = judge(held, event);
      switch (judged._tag) {
        case 'Add': {
          const { stream, id, text } = judged;
          writer.write(stream, writer.heads.forAppend(stream), id, text);
          position = event.position;
          return 'added';
        }
        case 'Skip':
          memory.add(event, judged.stream, judged.why);
          position = event.position;
          return 'skipped';
        case 'Redelivered':
          return 'redelivered';
        default:
          return judged;
      }
    },
    position: () => position,
    moveTo: (to) => {
      position = to;
    },
  };
};
