import type { AppendOutcome } from './append-outcome.ts';
import { checkCommit } from './commit-check.ts';
import { type Expected, noStream, type Proposed, type StoredEvent } from './stored-event.ts';
import { noBytes, StoredLog } from './stored-log.ts';
import {
  isMetastream,
  metastreamOf,
  originalStreamOf,
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
  /** A JSON value, or bytes. */
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

const defaultFirstPosition = 2n ** 32n - 2_000n;
const statisticsStream = '$stats-127.0.0.1:2113';

const bytesOf = (value: unknown): Uint8Array => {
  if (value === undefined) return noBytes;
  return value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value));
};

/** A stream that is written to again begins where it had ended. StorageWriterService.cs, SoftUndeleteStream */
const undelete = (log: StoredLog, stream: string, from: bigint): void => {
  const raw = log.stream(metastreamOf(stream)).at(-1)?.data;
  const data = raw && withTruncateBefore(raw, from);
  if (data) log.putMetadata(stream, data);
};

/** What an append writes, the metadata that brings a deleted stream back included; the place of its last event. */
const putAll = (
  log: StoredLog,
  stream: string,
  events: ReadonlyArray<Proposed>,
  isDeleted: boolean,
): bigint => {
  const from = log.lastRevision(stream) + 1n;
  const original = originalStreamOf(stream);
  const bringsBack = isMetastream(stream) && log.isSoftDeleted(original);
  let position = events.length === 0 ? log.putNothing(stream) : 0n;
  for (const event of events) ({ position } = log.put(stream, event));
  if (isDeleted) undelete(log, stream, from);
  if (bringsBack) undelete(log, original, log.lastRevision(original) + 1n);
  return position;
};

const appendTo = (
  log: StoredLog,
  stream: string,
  expected: Expected,
  events: ReadonlyArray<Proposed>,
): AppendOutcome => {
  const ids = events.map(({ id }) => id);
  const decision = checkCommit(log.stateOf(stream), expected, ids);
  switch (decision._tag) {
    case 'Repeated': {
      const event = log.stream(stream)[Number(decision.last)];
      if (!event) throw new Error(`${stream} lacks a revision that it was found to have.`);
      const { revision, position } = event;
      return { _tag: 'Stored', last: revision, position, repeated: true };
    }
    case 'Write': {
      const position = putAll(log, stream, events, decision.undelete);
      return { _tag: 'Stored', last: log.lastRevision(stream), position, repeated: false };
    }
    default:
      return decision;
  }
};

/** A deletion is checked as an append of an event with an id of its own. */
const removeFrom = (
  log: StoredLog,
  stream: string,
  expected: Expected,
  remove: () => StoredEvent,
): AppendOutcome => {
  const decision = checkCommit(log.stateOf(stream), expected, [log.nextId()]);
  if (decision._tag === 'Repeated') throw new Error('A new id was found in a stream.');
  if (decision._tag !== 'Write') return decision;
  const { revision, position } = remove();
  return { _tag: 'Stored', last: revision, position, repeated: false };
};

const softDeleteIn = (log: StoredLog, stream: string, expected: Expected): AppendOutcome =>
  log.exists(stream) || log.exists(metastreamOf(stream))
    ? removeFrom(log, stream, expected, () => log.putMetadata(stream, softDeletion()))
    : { _tag: 'WrongExpectedVersion', current: noStream };

const proposedOf = (log: StoredLog, { id, type, data, metadata }: PlainEvent): Proposed => ({
  id: id ?? log.nextId(),
  type,
  isJson: !(data instanceof Uint8Array),
  data: bytesOf(data),
  metadata: bytesOf(metadata),
});

export const createStore = (options: StoreOptions = {}): ClusterStore => {
  const log = new StoredLog(options.now ?? Date.now, options.firstPosition ?? defaultFirstPosition);
  const listeners = new Set<() => void>();
  const told = (outcome: AppendOutcome): AppendOutcome => {
    if (outcome._tag === 'Stored' && !outcome.repeated)
      for (const listener of [...listeners]) listener();
    return outcome;
  };

  const write: ClusterStore['write'] = (stream, ...events) => {
    const proposed = events.map((event) => proposedOf(log, event));
    return told(appendTo(log, stream, 'any', proposed));
  };
  const writeStatistics = (): void => {
    write(statisticsStream, { type: '$statsCollected', data: { 'proc-id': 1 } });
  };
  // What a server writes of its own accord when it starts: there is no empty `$all`.
  log.putMetadata(statisticsStream, bytesOf({ $maxAge: 86_400 }));
  writeStatistics();

  return {
    all: () => log.all,
    stream: (name) => log.stream(name),
    lastRevision: (name) => log.lastRevision(name),
    metadataOf: (name) => log.metadataOf(name),
    append: (stream, expected, events) => told(appendTo(log, stream, expected, events)),
    write,
    writeStatistics,
    softDelete: (stream, expected = 'any') => told(softDeleteIn(log, stream, expected)),
    tombstone: (stream, expected = 'any') =>
      told(removeFrom(log, stream, expected, () => log.putTombstone(stream))),
    onWrite: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
