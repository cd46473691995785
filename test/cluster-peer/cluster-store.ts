import type { AppendOutcome } from './append-outcome.ts';
import { checkCommit, type StreamState } from './commit-check.ts';
import { logRecordSize } from './log-record-size.ts';
import {
  deletedStream,
  type Expected,
  noStream,
  type Proposed,
  type StoredEvent,
} from './stored-event.ts';
import {
  isMetastream,
  metastreamOf,
  noMetadata,
  originalStreamOf,
  readMetadata,
  softDeletion,
  type StreamMetadata,
  withTruncateBefore,
} from './stream-metadata.ts';

export type StoreOptions = Readonly<{
  /** The server's clock, in ms since 1970. */
  now?: () => number;
  /** Where the first event stands in the log; just before 2^32 unless said, so that a short test crosses it. */
  firstPosition?: bigint;
}>;

/** An event of which only the essentials matter. */
export type PlainEvent = Readonly<{
  type: string;
  data?: unknown;
  metadata?: unknown;
  id?: string;
}>;

/** What a cluster holds: the log, and its streams. All nodes of a cluster share one. */
export type ClusterStore = Readonly<{
  /** Everything, in order. */
  all: () => ReadonlyArray<StoredEvent>;
  /** All that was ever written to a stream, what a deletion hides and a tombstone included. */
  stream: (name: string) => ReadonlyArray<StoredEvent>;
  /** The last revision: -1 for none, 2^63-1 for a tombstone. */
  lastRevision: (name: string) => bigint;
  metadataOf: (name: string) => StreamMetadata;
  append: (stream: string, expected: Expected, events: ReadonlyArray<Proposed>) => AppendOutcome;
  /** Writes as someone else would, wherever the stream is. */
  write: (stream: string, ...events: ReadonlyArray<PlainEvent>) => AppendOutcome;
  /** The server's own statistics, as it writes them from time to time. */
  writeStatistics: () => void;
  softDelete: (stream: string, expected?: Expected) => AppendOutcome;
  tombstone: (stream: string, expected?: Expected) => AppendOutcome;
  /** Calls back after each write; the answer takes the listener away. */
  onWrite: (listener: () => void) => () => void;
}>;

const nothing = new Uint8Array(0);
const defaultFirstPosition = 2n ** 32n - 2_000n;
const statisticsStream = '$stats-127.0.0.1:2113';

/** An instant in ms since 1970, fractions included, in ticks of 100 ns. */
const ticksOf = (instant: number): bigint => {
  const whole = Math.trunc(instant);
  return BigInt(whole) * 10_000n + BigInt(Math.trunc((instant - whole) * 10_000));
};

const bytesOf = (value: unknown): Uint8Array =>
  value === undefined
    ? nothing
    : value instanceof Uint8Array
      ? value
      : Buffer.from(JSON.stringify(value));

/** Ids of events that the server writes itself: the same in every run. */
const idSequence = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `5e000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
  };
};

export const createStore = (options: StoreOptions = {}): ClusterStore => {
  const now = options.now ?? Date.now;
  const nextId = idSequence();
  const all: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const tombstones = new Set<string>();
  const metadata = new Map<string, StreamMetadata>();
  // By id alone, the last writer counts, as in the server's cache of committed events (IndexWriter.cs).
  const written = new Map<string, StoredEvent>();
  const listeners = new Set<() => void>();
  let end = options.firstPosition ?? defaultFirstPosition;

  const lastRevision = (name: string): bigint =>
    tombstones.has(name) ? deletedStream : BigInt(streams.get(name)?.length ?? 0) + noStream;

  const metadataOf = (name: string): StreamMetadata => metadata.get(name) ?? noMetadata;
  const isSoftDeleted = (name: string): boolean =>
    metadataOf(name).truncateBefore === deletedStream;

  const stateOf = (name: string): StreamState => {
    const events = streams.get(name);
    return {
      last: lastRevision(name),
      softDeleted: isSoftDeleted(name),
      hasMetadata: streams.has(metastreamOf(name)),
      idAt: (revision) => events?.[Number(revision)]?.id,
      revisionOf: (id) => {
        const event = written.get(id);
        return event?.stream === name ? event.revision : undefined;
      },
    };
  };

  const put = (stream: string, revision: bigint, proposed: Proposed): StoredEvent => {
    const position = end;
    end += BigInt(logRecordSize(stream, proposed));
    const event: StoredEvent = {
      id: proposed.id,
      type: proposed.type,
      isJson: proposed.isJson,
      data: proposed.data,
      metadata: proposed.metadata,
      stream,
      revision,
      created: ticksOf(now()),
      position,
      end,
      index: all.length,
      wire: undefined,
    };
    all.push(event);
    written.set(event.id, event);
    return event;
  };

  const putNext = (stream: string, proposed: Proposed): StoredEvent => {
    const events = streams.get(stream) ?? [];
    if (events.length === 0) streams.set(stream, events);
    const event = put(stream, BigInt(events.length), proposed);
    events.push(event);
    if (isMetastream(stream)) metadata.set(originalStreamOf(stream), readMetadata(event.data));
    return event;
  };

  /** An append of nothing is a record too, which is never read. StorageWriterService.cs, WritePrepares */
  const putNothing = (stream: string): bigint => {
    const position = end;
    const empty = { id: '', type: '', isJson: false, data: nothing, metadata: nothing };
    end += BigInt(logRecordSize(stream, empty));
    return position;
  };

  const putMetadata = (stream: string, data: Uint8Array): StoredEvent =>
    putNext(metastreamOf(stream), {
      id: nextId(),
      type: '$metadata',
      isJson: true,
      data,
      metadata: nothing,
    });

  /** A stream that is written to again begins where it had ended. StorageWriterService.cs, SoftUndeleteStream */
  const undelete = (stream: string, from: bigint): void => {
    const raw = streams.get(metastreamOf(stream))?.at(-1)?.data;
    const data = raw && withTruncateBefore(raw, from);
    if (data) putMetadata(stream, data);
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const append: ClusterStore['append'] = (stream, expected, events) => {
    const decision = checkCommit(
      stateOf(stream),
      expected,
      events.map(({ id }) => id),
    );
    switch (decision._tag) {
      case 'Repeated': {
        const event = streams.get(stream)?.[Number(decision.last)];
        if (!event) throw new Error(`${stream} lacks a revision that it was found to have.`);
        const { revision, position } = event;
        return { _tag: 'Stored', last: revision, position, repeated: true };
      }
      case 'Write': {
        const before = lastRevision(stream);
        const original = originalStreamOf(stream);
        const bringsBack = isMetastream(stream) && isSoftDeleted(original);
        let position = events.length === 0 ? putNothing(stream) : end;
        for (const event of events) ({ position } = putNext(stream, event));
        if (decision.undelete) undelete(stream, before + 1n);
        if (bringsBack) undelete(original, lastRevision(original) + 1n);
        tell();
        return { _tag: 'Stored', last: lastRevision(stream), position, repeated: false };
      }
      default:
        return decision;
    }
  };

  /** A deletion is checked as an append of an event with an id of its own. */
  const deletion = (
    stream: string,
    expected: Expected,
    remove: () => StoredEvent,
  ): AppendOutcome => {
    const decision = checkCommit(stateOf(stream), expected, [nextId()]);
    if (decision._tag === 'Repeated') throw new Error('A new id was found in a stream.');
    if (decision._tag !== 'Write') return decision;
    const event = remove();
    tell();
    return { _tag: 'Stored', last: event.revision, position: event.position, repeated: false };
  };

  const softDelete: ClusterStore['softDelete'] = (stream, expected = 'any') =>
    lastRevision(stream) === noStream && !streams.has(metastreamOf(stream))
      ? { _tag: 'WrongExpectedVersion', current: noStream }
      : deletion(stream, expected, () => putMetadata(stream, softDeletion()));

  const tombstone: ClusterStore['tombstone'] = (stream, expected = 'any') =>
    deletion(stream, expected, () => {
      tombstones.add(stream);
      const event = put(stream, deletedStream, {
        id: nextId(),
        type: '$streamDeleted',
        isJson: false,
        data: nothing,
        metadata: nothing,
      });
      streams.set(stream, [...(streams.get(stream) ?? []), event]);
      return event;
    });

  const write: ClusterStore['write'] = (stream, ...events) =>
    append(
      stream,
      'any',
      events.map(({ type, data, metadata: about, id }) => ({
        id: id ?? nextId(),
        type,
        isJson: !(data instanceof Uint8Array),
        data: bytesOf(data),
        metadata: bytesOf(about),
      })),
    );

  const writeStatistics = (): void => {
    write(statisticsStream, { type: '$statsCollected', data: { 'proc-id': 1 } });
  };

  // What a server writes of its own accord when it starts: there is no empty `$all`.
  write(metastreamOf(statisticsStream), { type: '$metadata', data: { $maxAge: 86_400 } });
  writeStatistics();

  return {
    all: () => all,
    stream: (name) => streams.get(name) ?? [],
    lastRevision,
    metadataOf,
    append,
    write,
    writeStatistics,
    softDelete,
    tombstone,
    onWrite: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
