import type { DomainEvent } from '@trackrecord/domain';
import type { StreamName } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { EventLog, Recorded } from '../ports/event-log.ts';
import type { Writable } from '../trackrecord.ts';

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
const rehearsalLog = (log: EventLog<DomainEvent>): EventLog<DomainEvent> => {
  const kept: Kept = new Map();
  return {
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
  };
};

/**
 * Carries a job of several commands out once for trial, on a log that keeps nothing, and then in earnest:
 * where any of it would be refused, none of it is written – not even the parties that it would register.
 */
export const rehearsed = <A>(
  deps: Writable,
  job: (deps: Writable) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    job({ ...deps, log: rehearsalLog(deps.log) }),
    TE.chain(() => job(deps)),
  );
