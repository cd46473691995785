import type { Instant, LocalDate, Ordinal, Sha256, StreamName, Values } from '@trackrecord/kernel';
import type { AssertionRecord, TrailRecord } from '@trackrecord/read-models';
import type * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { StorageError } from './event-log.ts';

export type { AssertionRecord, TrailRecord } from '@trackrecord/read-models';

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
export type RecordFilter = Readonly<{
  subject?: string | undefined;
  field?: string | undefined;
  /** Only what was recorded after this ordinal. */
  after?: Ordinal | undefined;
}>;

/**
 * What an audit trail shows of a stream. Each line tells of one act or two: it was said, and maybe taken back.
 * `parties`, `channel` and the ordinals ask of one act: who did it (or on whose word), how, and when.
 */
export type TrailFilter = Readonly<{
  subject?: string | undefined;
  field?: string | undefined;
  /** True on or after, true on or before. */
  effectiveFrom?: LocalDate | undefined;
  effectiveTo?: LocalDate | undefined;
  parties?: ReadonlyArray<string> | undefined;
  channel?: string | undefined;
  recordedAfter?: Ordinal | undefined;
  recordedUpTo?: Ordinal | undefined;
  /** Also what documents merely said again. */
  withConfirmed: boolean;
  /**
   * Fields that are no part of a trail, unless they say that something is there no longer; and what an event of a
   * type says without anybody having said it.
   */
  leftOut: Readonly<{
    fields: ReadonlyArray<string>;
    implied: Readonly<{ type: string; field: string; value: string }>;
  }>;
}>;

/** A line's place in the order of recording: `place` counts what one event said. */
export type TrailPlace = Readonly<{ ordinal: Ordinal; place: number }>;

/** A page of a trail: so many lines, beyond a place where one is given. */
export type TrailPage = Readonly<{
  newestFirst: boolean;
  limit: number;
  beyond?: TrailPlace | undefined;
}>;

/** A subject of a stream of which a party was named: an action that it owned, or was asked about. */
export type SubjectNaming = Readonly<{ stream: StreamName; subject: string }>;

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
  /** The streams of a category (`plan`, `party` …) that hold anything; of those whose ids begin so, where given. */
  listStreams: (category: string, idBegins?: string) => Answer<ReadonlyArray<StreamName>>;
  /** The streams of a category in which a party was ever named. */
  listStreamsNaming: (category: string, party: string) => Answer<ReadonlyArray<StreamName>>;
  /** Of those, also the subjects of which it was ever named. */
  listSubjectsNaming: (category: string, party: string) => Answer<ReadonlyArray<SubjectNaming>>;
  /** A cut through one stream, or as much of it as is about some subjects, or of some fields (with all their members). */
  cutOf: (
    stream: StreamName,
    point: Point,
    subject?: string | ReadonlyArray<string>,
    fields?: ReadonlyArray<string>,
  ) => Answer<Values>;
  /** Every assertion of a stream known by an ordinal, retracted ones too, in the order of recording. */
  recordsOf: (
    stream: StreamName,
    knownAt: Ordinal,
    filter: RecordFilter,
  ) => Answer<ReadonlyArray<AssertionRecord>>;
  /** A page of a stream's audit trail as known at an ordinal, and how many lines the trail has altogether. */
  trailOf: (
    stream: StreamName,
    knownAt: Ordinal,
    filter: TrailFilter,
    page: TrailPage,
  ) => Answer<Readonly<{ records: ReadonlyArray<TrailRecord>; total: number }>>;
  /**
   * The ordinal of the last event known by an ordinal that said anything in a stream, or of one subject in it, or
   * took such a thing back; 0 where there is none.
   */
  lastOrdinalOf: (stream: StreamName, knownAt: Ordinal, subject?: string) => Answer<Ordinal>;
  close: () => void;
}>;
