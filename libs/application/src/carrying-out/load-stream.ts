import { type DomainEvent, entryOf, type StreamState } from '@trackrecord/domain';
import { historyOf, type LocalDate, Ordinal, type StreamName, stateAt } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Writable } from '../trackrecord.ts';
import type { LoadedStream } from './loaded-stream.ts';

const asOrdinal = (value: number): Ordinal => {
  if (Ordinal.is(value)) return value;
  throw new Error(`${value} is no ordinal`);
};

/** The state that a stream's events leave as of a date. */
export const stateOf = (events: ReadonlyArray<DomainEvent>, asOf: LocalDate): StreamState => {
  // Within one stream an event's place orders as its ordinal in the log does.
  const history = historyOf(events.map((event, index) => entryOf(event, asOrdinal(index + 1))));
  const knownAt = asOrdinal(events.length);
  return { asOf, length: events.length, history, cut: stateAt({ asOf, knownAt })(history) };
};

/** Reads a stream and the state that a command with this date is decided on. */
export const loadStream = (
  log: EventLog<DomainEvent>,
  stream: StreamName,
  asOf: LocalDate,
): TE.TaskEither<Failure, LoadedStream> =>
  pipe(
    log.readStream(stream, { direction: 'forwards' }),
    TE.mapLeft(storage),
    TE.map((recorded) => recorded.map(({ event }) => event)),
    TE.map((events) => ({
      events,
      commands: new Set(events.map(({ commandId }) => commandId)),
      state: stateOf(events, asOf),
    })),
  );

/** The same for whoever changes something: from what is remembered of the stream, where anything is. */
export const loadFor = (
  { log, streams }: Pick<Writable, 'log' | 'streams'>,
  stream: StreamName,
  asOf: LocalDate,
): TE.TaskEither<Failure, LoadedStream> =>
  streams === undefined ? loadStream(log, stream, asOf) : streams.load(stream, asOf);
