import type { EventId, StreamName } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';

/** The engine's own place in the global order: opaque, and different on every engine. Store it, hand it back. */
export type Position = string;

/** What any log must know of an event: its id is the key by which a repeated append is recognised. */
export type Identified = Readonly<{ id: EventId }>;

/** An event as the log gives it back. `revision` counts from 0 within its stream. */
export type Recorded<A extends Identified> = Readonly<{
  event: A;
  stream: StreamName;
  revision: number;
  position: Position;
}>;

/** What the writer believes of the stream. There is no "any": a writer always knows what it looked at. */
export type ExpectedRevision =
  Readonly<{ _tag: 'NoStream' }> | Readonly<{ _tag: 'Revision'; revision: number }>;

/** `duplicate` when these very events were in the stream already: nothing was written. */
export type Appended = Readonly<{ lastRevision: number; position: Position; duplicate: boolean }>;

export type AppendError =
  /** The stream is not where the writer believed; `actual` is its last revision, `undefined` for no stream. */
  | Readonly<{ _tag: 'WrongRevision'; stream: StreamName; actual: number | undefined }>
  /** Over `maxAppendBytes` in one append, on every engine. */
  | Readonly<{ _tag: 'TooLarge'; bytes: number; limit: number }>
  /** One of the ids is stored already, but not as this append. */
  | Readonly<{ _tag: 'IdReused'; id: EventId }>
  | StorageError;

export type StorageError =
  /** The engine could not be reached or written: why, for a person. */
  | Readonly<{ _tag: 'Unavailable'; message: string }>
  /** Another process holds the right to write. */
  | Readonly<{ _tag: 'Locked'; message: string }>
  /** Stored bytes are not what was written; `position` names the event. */
  | Readonly<{ _tag: 'Corrupt'; position: Position; message: string }>;

export type StreamSlice = Readonly<{
  direction: 'forwards' | 'backwards';
  /** First revision to read, inclusive; from the respective end where absent. */
  from?: number;
  /** At most so many; all where absent. */
  limit?: number;
}>;

/** One append holds at most so many bytes, whatever the engine: what a KurrentDB server accepts as it comes. */
export const maxAppendBytes = 1024 * 1024;

/** Of which each event takes so many besides its stored bytes: for its name and the mark that a server keeps. */
export const eventOverhead_bytes = 80;

/** What an append counts for against `maxAppendBytes`, by the UTF-8 length of each event's stored text. */
export const appendBytes = (lengths: ReadonlyArray<number>): number =>
  lengths.reduce((sum, length) => sum + length + eventOverhead_bytes, 0);

/**
 * The log of events: the only truth. Three engines (memory, SQLite, KurrentDB); one contract suite for all.
 * Global order: every engine gives all events one order that never changes; positions are opaque, ordinals are
 * counted by whoever follows.
 */
export type EventLog<A extends Identified> = Readonly<{
  /** All of `events` at the end of `stream`, or none; durable before the answer. Repeating it exactly changes nothing. */
  append: (
    stream: StreamName,
    expected: ExpectedRevision,
    events: NonEmptyArray<A>,
  ) => TE.TaskEither<AppendError, Appended>;
  /** A stream's events; none where there is no such stream. */
  readStream: (
    stream: StreamName,
    slice: StreamSlice,
  ) => TE.TaskEither<StorageError, ReadonlyArray<Recorded<A>>>;
  /** Up to `limit` events after `after` (from the start where `undefined`), in global order; empty at the end. */
  readAll: (
    after: Position | undefined,
    limit: number,
  ) => TE.TaskEither<StorageError, ReadonlyArray<Recorded<A>>>;
  /**
   * All events after `after` in global order, in batches, and then those still to come, until `signal` is aborted.
   * A `Left` ends it; follow again from the last position that was processed.
   */
  follow: (
    after: Position | undefined,
    signal: AbortSignal,
  ) => AsyncIterable<E.Either<StorageError, ReadonlyArray<Recorded<A>>>>;
  close: () => Promise<void>;
}>;
