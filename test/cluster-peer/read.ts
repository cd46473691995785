import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { errors } from './errors.ts';
import { eventFilter } from './event-filter.ts';
import { endedBy, firstFrom, isReadable } from './log-index.ts';
import type { Node } from './node.ts';
import { playRead, sendAll } from './read-call.ts';
import { lastRevisionAnswer, notFoundAnswer } from './read-answers.ts';
import type { ReadCall, Reader } from './reader.ts';
import type { LogPosition, StoredEvent } from './stored-event.ts';
import { subscribe } from './subscribe.ts';
import { visibleStream } from './visible-stream.ts';

type Options = streams.ReadReq.Options;

const isBackwards = (options: Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Up to `count` events of a list, from an index on, in either direction. */
const walk = (
  events: ReadonlyArray<StoredEvent>,
  range: Readonly<{ from: number; low: number; high: number; backwards: boolean; count: bigint }>,
  wanted: (event: StoredEvent) => boolean = () => true,
): (() => StoredEvent | undefined) => {
  let index = range.from;
  let left = range.count;
  return () => {
    while (left > 0n && index >= range.low && index < range.high) {
      const event = events[index];
      index += range.backwards ? -1 : 1;
      if (event && wanted(event)) {
        left -= 1n;
        return event;
      }
    }
    return undefined;
  };
};

const toNumber = (revision: bigint): number =>
  Number(revision > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : revision);

/** KurrentDB: Services/Storage/ReaderIndex/IndexReader.cs, ReadStreamEventsForward and ReadStreamEventsBackward */
const readStream = (
  node: Node,
  options: Options,
  from: streams.ReadReq.Options.StreamOptions,
  reader: Reader,
  atEnd: () => void,
): void => {
  const name = Buffer.from(from.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const { events, first, hasEnded } = visibleStream(node, name);
  if (hasEnded === 'tombstone') {
    reader.fail(errors.streamDeleted(name));
    return;
  }
  if (hasEnded === 'none') {
    reader.answer(notFoundAnswer(name));
    atEnd();
    return;
  }
  const backwards = isBackwards(options);
  const high = events.length;
  const stated = from.hasRevision() ? toNumber(BigInt(from.getRevision())) : 0;
  const start = from.hasEnd() ? (backwards ? high - 1 : high) : stated;
  const next = walk(events, {
    from: backwards ? Math.min(start, high - 1) : Math.max(start, first),
    low: first,
    high,
    backwards,
    count: BigInt(options.getCount()),
  });
  const isAskedForLast = (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
  sendAll(reader, next, () => {
    if (isAskedForLast && !backwards) reader.answer(lastRevisionAnswer(BigInt(high - 1)));
    atEnd();
  });
};

const positionIn = (from: streams.ReadReq.Options.AllOptions): LogPosition | undefined => {
  const position = from.getPosition();
  return (
    position && {
      commit: BigInt(position.getCommitPosition()),
      prepare: BigInt(position.getPreparePosition()),
    }
  );
};

const readAll = (
  node: Node,
  options: Options,
  from: streams.ReadReq.Options.AllOptions,
  reader: Reader,
  atEnd: () => void,
): void => {
  const events = node.store.all();
  const high = node.visible();
  const position = positionIn(from);
  if (position && !isReadable(events, position)) {
    reader.fail(errors.invalidPosition());
    return;
  }
  const backwards = isBackwards(options);
  const forwardsFrom = position ? firstFrom(events, high, position) : from.hasEnd() ? high : 0;
  const backwardsFrom = (position ? endedBy(events, high, position) : from.hasEnd() ? high : 0) - 1;
  const range = {
    from: backwards ? backwardsFrom : forwardsFrom,
    low: 0,
    high,
    backwards,
    count: BigInt(options.getCount()),
  };
  sendAll(reader, walk(events, range, eventFilter(options.getFilter())), atEnd);
};

const readOnce = (node: Node, call: ReadCall, options: Options): void =>
  playRead(node, call, options, {
    begin: (reader, atEnd) => {
      const stream = options.getStream();
      const all = options.getAll();
      if (stream) readStream(node, options, stream, reader, atEnd);
      else if (all) readAll(node, options, all, reader, atEnd);
      else reader.fail(errors.invalidArgument('Neither a stream nor $all is asked for.'));
    },
    finish: (reader) => reader.end(),
  });

/** Reads and subscriptions. KurrentDB: Services/Transport/Grpc/Streams.Read.cs */
export const read =
  (node: Node): handleServerStreamingCall<streams.ReadReq, Buffer> =>
  (call) => {
    const options = call.request.getOptions();
    if (!options?.getUuidOption())
      call.emit('error', errors.invalidArgument("'uuidOption' is a required argument"));
    else if (options.hasSubscription()) subscribe(node, call, options);
    else readOnce(node, call, options);
  };
