import type { DomainEvent } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import type { AppendError, ExpectedRevision, Position } from '../ports/event-log.ts';
import type { Progress } from '../ports/views.ts';
import { type Event, type Log, logsInStep, pageLength } from './logs-in-step.ts';
import { type Run, runsOfEvents } from './runs-of-events.ts';

/** What a copy did. */
export type Copied = Readonly<{
  /** Events that it wrote. */
  events: number;
  /** Events that were there already, from a copy that did not get to its end. */
  before: number;
  /** Streams of the whole log. */
  streams: number;
}>;

/** The two logs, and who is told how far it is. */
export type Copying = Readonly<{
  from: Log;
  to: Log;
  onProgress: (progress: Progress) => void;
}>;

/** How much of the source the target holds already, and where the source goes on. */
type Begun = Readonly<{ events: number; position: Position | undefined }>;

const described = (event: Event | undefined): string =>
  event === undefined
    ? 'nothing'
    : `${event.event.type} ${event.event.id} (${event.stream}@${event.revision})`;

const isSame = (one: Event, other: Event | undefined): boolean =>
  one.event.id === other?.event.id &&
  one.stream === other.stream &&
  one.revision === other.revision;

const notTheBeginning = (
  ordinal: number,
  from: Event | undefined,
  to: Event | undefined,
): Failure => ({
  _tag: 'Conflict',
  message: `The log to copy into is not the beginning of the one to copy: at ordinal ${ordinal} it has ${described(to)}, and the other has ${described(from)}. Nothing was written. Copy into an empty log, or into one that such a copy began.`,
});

/** Walks through what both logs hold; refuses a target that is anything but the source's beginning. */
const sameBeginning = async ({
  from,
  to,
  onProgress,
}: Copying): Promise<E.Either<Failure, Begun & Readonly<{ streams: Set<string> }>>> => {
  const streams = new Set<string>();
  let begun: Begun = { events: 0, position: undefined };
  for await (const stretch of logsInStep(from, to)) {
    if (E.isLeft(stretch)) return E.left(storage(stretch.left));
    const { after, one, other } = stretch.right;
    if (one.length === 0 && other.length > 0)
      return E.left(notTheBeginning(after + 1, undefined, other[0]));
    if (other.length === 0) break;
    const differs = one.findIndex((event, place) => !isSame(event, other[place]));
    if (differs >= 0)
      return E.left(notTheBeginning(after + differs + 1, one[differs], other[differs]));
    one.forEach(({ stream }) => streams.add(stream));
    begun = { events: after + one.length, position: one.at(-1)?.position };
    onProgress({ done: begun.events });
  }
  return E.right({ ...begun, streams });
};

const eventsOf = ([first, ...rest]: Run): NEA.NonEmptyArray<DomainEvent> => [
  first.event,
  ...rest.map(({ event }) => event),
];

const expectedBefore = ({ revision }: Event): ExpectedRevision =>
  revision === 0 ? { _tag: 'NoStream' } : { _tag: 'Revision', revision: revision - 1 };

const notWritten = (error: AppendError): Failure =>
  error._tag === 'WrongRevision' || error._tag === 'IdReused'
    ? {
        _tag: 'Conflict',
        message:
          'Somebody else writes to the log that is copied into. Let nobody write to it until the copy is done, and copy into an empty log, or into one that such a copy began.',
      }
    : storage(error);

const writeRun = async (to: Log, run: Run): Promise<E.Either<Failure, void>> => {
  const [first] = run;
  const appended = await to.append(first.stream, expectedBefore(first), eventsOf(run))();
  return E.isLeft(appended) ? E.left(notWritten(appended.left)) : E.right(undefined);
};

/** How many events a log has after a position. */
const countAfter = async (
  log: Log,
  after: Position | undefined,
): Promise<E.Either<Failure, number>> => {
  let [position, count] = [after, 0];
  for (;;) {
    const page = await log.readAll(position, pageLength)();
    if (E.isLeft(page)) return E.left(storage(page.left));
    const last = page.right.at(-1);
    if (last === undefined) return E.right(count);
    count += page.right.length;
    position = last.position;
  }
};

/**
 * Copies a log, event by event in its global order, each at the revision that it has: ids, order, both clocks, authors
 * and stored bytes are kept. What the target holds already is walked through and not written again, so a copy that
 * was stopped anywhere goes on when it is begun again. Nobody else may write to the target meanwhile.
 */
export const copyLog =
  (copying: Copying): TE.TaskEither<Failure, Copied> =>
  async () => {
    const { from, to, onProgress } = copying;
    const begun = await sameBeginning(copying);
    if (E.isLeft(begun)) return begun;
    const { events: before, streams } = begun.right;
    let { position } = begun.right;
    // Reading is quick beside writing: who waits for an hour is to know that it is an hour.
    const missing = await countAfter(from, position);
    if (E.isLeft(missing)) return missing;
    const total = before + missing.right;
    let events = 0;
    for (;;) {
      const page = await from.readAll(position, pageLength)();
      if (E.isLeft(page)) return E.left(storage(page.left));
      const last = page.right.at(-1);
      if (last === undefined) return E.right({ events, before, streams: streams.size });
      for (const run of runsOfEvents(page.right)) {
        const written = await writeRun(to, run);
        if (E.isLeft(written)) return written;
        streams.add(run[0].stream);
        events += run.length;
        onProgress({ done: before + events, total: Math.max(total, before + events) });
      }
      position = last.position;
    }
  };
