import type { DomainEvent } from '@trackrecord/domain';
import type { StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventLog, Recorded } from '../ports/event-log.ts';
import type { Writable } from '../trackrecord.ts';
import { loadStream } from './load-stream.ts';
import type { Streams } from './loaded-stream.ts';

type Kept = Map<StreamName, ReadonlyArray<DomainEvent>>;

const recordedIn = (
  stream: StreamName,
  events: ReadonlyArray<DomainEvent>,
): ReadonlyArray<Recorded<DomainEvent>> =>
  events.map((event, revision) => ({ event, stream, revision, position: '' }));

/**
 * A log that reads as the one below it and keeps what is appended to itself: for as long as a rehearsal takes,
 * and for streams that are read forwards and whole, as commands read them.
 */
const logOver = (log: EventLog<DomainEvent>, kept: Kept): EventLog<DomainEvent> => ({
  ...log,
  append: (stream, _expected, events) => {
    const all = [...(kept.get(stream) ?? []), ...events];
    kept.set(stream, all);
    return TE.right({ lastRevision: all.length - 1, position: '', duplicate: false });
  },
  readStream: (stream, slice) =>
    pipe(
      log.readStream(stream, slice),
      TE.map((before) => [...before, ...recordedIn(stream, kept.get(stream) ?? [])]),
    ),
});

/** Nothing of a rehearsal is remembered, and nobody waits for it. */
const streamsOver = (streams: Streams, log: EventLog<DomainEvent>, kept: Kept): Streams => ({
  load: (stream, asOf) =>
    kept.has(stream) ? loadStream(log, stream, asOf) : streams.load(stream, asOf),
  forget: () => undefined,
  inTurn: (_stream, task) => task,
  send: () => T.of(undefined),
  isUnderway: () => false,
  settled: () => T.of(undefined),
});

/** A stage on which a job of several commands is tried: nothing of it is kept. */
export type Rehearsal = Readonly<{
  stage: Writable;
  /** Whether anything would have been written so far. */
  hasWritten: () => boolean;
}>;

/** A stage over data that stay as they are. */
export const rehearsalOn = (deps: Writable): Rehearsal => {
  const kept: Kept = new Map();
  const log = logOver(deps.log, kept);
  const stage = { ...deps, log, streams: deps.streams && streamsOver(deps.streams, log, kept) };
  return { stage, hasWritten: () => kept.size > 0 };
};
