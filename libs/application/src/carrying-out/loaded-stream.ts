import type { DomainEvent, StreamState } from '@trackrecord/domain';
import type { CommandId, LocalDate, StreamName } from '@trackrecord/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as T from 'fp-ts/lib/Task.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { AppendError, Appended } from '../ports/event-log.ts';

/** A stream as a command finds it: its events, whose they are, and the state as of the command's date, as known now. */
export type LoadedStream = Readonly<{
  events: ReadonlyArray<DomainEvent>;
  /** The commands that made its events. */
  commands: ReadonlySet<CommandId>;
  state: StreamState;
}>;

/** Events on their way to a stream: after how many others, and what will have come of them. */
export type Appending = Readonly<{
  after: number;
  events: ReadonlyArray<DomainEvent>;
  outcome: Promise<E.Either<AppendError, Appended>>;
}>;

/** Streams as they were read last, and whose turn it is on each: for a process in which many people write. */
export type Streams = Readonly<{
  /**
   * A stream and its state as of a date, as `loadStream` gives it; of the log only what is new is read. Where events
   * are on their way, as they will leave it.
   */
  load: (stream: StreamName, asOf: LocalDate) => TE.TaskEither<Failure, LoadedStream>;
  /** What was read of a stream turned out not to be what is there. */
  forget: (stream: StreamName) => void;
  /** Runs what is to happen to one stream one after the other: who waits is not beaten to it again and again. */
  inTurn: <A>(stream: StreamName, task: T.Task<A>) => T.Task<A>;
  /**
   * Counts with events that are on their way: whoever has the next turn decides on what they will leave, and theirs
   * become durable together. Over once the next may have its turn.
   */
  send: (stream: StreamName, appending: Appending) => T.Task<void>;
  /** Whether events are on their way to a stream. */
  isUnderway: (stream: StreamName) => boolean;
  /** Over once nothing is on its way to a stream any more, whatever came of it. */
  settled: (stream: StreamName) => T.Task<void>;
}>;
