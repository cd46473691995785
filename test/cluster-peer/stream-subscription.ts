import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { errors } from './errors.ts';
import type { Node } from './node.ts';
import { caughtUpAnswer } from './read-answers.ts';
import type { Reader } from './reader.ts';
import { deletedStream } from './stored-event.ts';
import { liveBufferSize, type Steps } from './subscription-steps.ts';
import { visibleStream } from './visible-stream.ts';

/** Follows one stream, whether it exists already or not, until it is tombstoned. */
export const streamSubscription = (
  node: Node,
  reader: Reader,
  from: streams.ReadReq.Options.StreamOptions,
): Steps | undefined => {
  const name = Buffer.from(from.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const begun = visibleStream(node, name);
  if (begun.hasEnded === 'tombstone') {
    reader.fail(errors.streamDeleted(name));
    return undefined;
  }
  const after = from.hasRevision() ? Number(from.getRevision()) : -1;
  let cursor = from.hasEnd() ? begun.events.length : after + 1;
  let isLive = cursor >= begun.events.length;
  let isTold = false;

  return () => {
    const { events, first, hasEnded } = visibleStream(node, name);
    if (!isLive) {
      cursor = hasEnded === 'none' ? events.length : Math.max(cursor, first);
      isLive = cursor >= events.length;
      if (isLive) isTold = false;
    }
    if (isLive && !isTold) {
      isTold = true;
      reader.answer(caughtUpAnswer());
    }
    const event = events[cursor];
    if (!event) return 'idle';
    if (isLive && events.length - cursor > liveBufferSize) {
      isLive = false;
      return 'sent';
    }
    cursor += 1;
    const delivered = reader.event(event);
    if (event.revision === deletedStream) reader.fail(errors.streamDeleted(name));
    return delivered;
  };
};
