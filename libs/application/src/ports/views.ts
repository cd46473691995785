import type { Instant, LocalDate, Ordinal, Sha256, StreamName, Values } from '@trackrecord/kernel';
import type { AssertionRecord } from '@trackrecord/read-models';
import type * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { StorageError } from './event-log.ts';

export type { AssertionRecord } from '@trackrecord/read-models';

/** Where a question stands on the two clocks; with `documents`, only what they said. */
export type Point = Readonly<{
  asOf: LocalDate;
  knownAt: Ordinal;
  documents?: ReadonlySet<Sha256> | undefined;
}>;

/** How far long work is; `total` where it is known. */
export type Progress = Readonly<{ done: number; total?: number }>;

type Answer<A> = E.Either<StorageError, A>;

/** What a history is asked of: all of a stream, one subject, one field (a set-like field with all its members). */
export type RecordFilter = Readonly<{ subject?: string | undefined; field?: string | undefined }>;

/**
 * The local views of a log: assertions indexed by both clocks. Disposable: dropped and rebuilt at will.
 * What a question reads grows with its plan, never with the log.
 */
export type Views = Readonly<{
  /** Takes in what the log has beyond the views; gives the ordinal that they then stand at. */
  catchUp: (onProgress?: (progress: Progress) => void) => TE.TaskEither<StorageError, Ordinal>;
  /** Drops everything and takes the log in from its start. */
  rebuild: (onProgress?: (progress: Progress) => void) => TE.TaskEither<StorageError, Ordinal>;
  /** The last ordinal taken in. */
  head: () => Answer<Ordinal>;
  /** The last ordinal recorded by an instant; `recordedAt` counts as its running maximum along the order. */
  ordinalAt: (instant: Instant) => Answer<Ordinal>;
  /** The streams of a category (`plan`, `party` …) that hold anything. */
  listStreams: (category: string) => Answer<ReadonlyArray<StreamName>>;
  /** The streams of a category in which a party was ever named. */
  listStreamsNaming: (category: string, party: string) => Answer<ReadonlyArray<StreamName>>;
  /** A cut through one stream, or as much of it as is about one subject. */
  cutOf: (stream: StreamName, point: Point, subject?: string) => Answer<Values>;
  /** Every assertion of a stream known by an ordinal, retracted ones too, in the order of recording. */
  recordsOf: (
    stream: StreamName,
    knownAt: Ordinal,
    filter: RecordFilter,
  ) => Answer<ReadonlyArray<AssertionRecord>>;
  close: () => void;
}>;
