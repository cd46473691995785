import type { DomainEvent, StreamState } from '@trackrecord/domain';
import type { LocalDate, StreamName } from '@trackrecord/kernel';
import type * as T from 'fp-ts/lib/Task.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';

/** A stream as a command finds it: its events, and the state as of the command's date, as known now. */
export type LoadedStream = Readonly<{ events: ReadonlyArray<DomainEvent>; state: StreamState }>;

/** Streams as they were read last, and whose turn it is on each: for a process in which many people write. */
export type Streams = Readonly<{
  /** A stream and its state as of a date, as `loadStream` gives it; of the log only what is new is read. */
  load: (stream: StreamName, asOf: LocalDate) => TE.TaskEither<Failure, LoadedStream>;
  /** What was read of a stream turned out not to be what is there. */
  forget: (stream: StreamName) => void;
  /** Runs what is to happen to one stream one after the other: who waits is not beaten to it again and again. */
  inTurn: <A>(stream: StreamName, task: T.Task<A>) => T.Task<A>;
}>;
