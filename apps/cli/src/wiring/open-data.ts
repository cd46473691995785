import { existsSync } from 'node:fs';
import {
  type EventLog,
  type Failure,
  missing,
  rememberingStreams,
  rememberingTail,
  storage,
  type StorageError,
  type Tail,
  type Views,
  type Writable,
} from '@trackrecord/application';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import {
  memoryEventLog,
  openSharedEventLog,
  openSqliteEventLog,
  openViews,
} from '@trackrecord/event-log';
import type { Instant } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { breathingLog } from '../following/breathing-log.ts';
import type { OpeningBars } from '../terminal/progress.ts';
import type { ClusterPlace, EmbeddedPlace, LogPlace } from './log-place.ts';
import type { FollowerStatus } from './open-cluster.ts';
import { healingViews } from './healing-views.ts';
import { openServingLog } from './open-serving-log.ts';
import type { Shell } from './shell.ts';

/** What a command works with, and how to put it away. */
export type OpenData = Writable &
  Readonly<{
    /** Where in the log the views stand: it is followed from there. */
    tail: Tail;
    /** When the last event of the log as this node has it was recorded; `undefined` for an empty log. */
    lastRecordedAt: () => Instant | undefined;
    /** How far this node is behind its cluster; absent for a log in a file, which is nobody's copy. */
    status?: () => FollowerStatus;
    close: () => Promise<void>;
  }>;

/** Whose clock and ids count, how clusters are opened, and who is told of long work. */
export type Opening = Pick<Shell, 'clock' | 'ids' | 'openCluster'> &
  Pick<OpeningBars, 'onProgress' | 'onCatchUp'>;

/** Opens the log at a place, and its views. */
export type Open = (opening: Opening) => (place: LogPlace) => TE.TaskEither<Failure, OpenData>;

/** A log without its views; one in a cluster tells how far its copy is. */
export type OpenedLog = Readonly<{ log: EventLog<DomainEvent>; status?: () => FollowerStatus }>;

const viewsOf = (
  { onProgress }: Opening,
  file: string,
  log: EventLog<DomainEvent>,
): TE.TaskEither<StorageError, Views> =>
  pipe(
    openViews({ file, log, onProgress }),
    // A directory that may only be read can still be asked: its views live as long as the question.
    TE.orElse((error) =>
      error._tag === 'Unavailable'
        ? openViews({ file: ':memory:', log, onProgress })
        : TE.left(error),
    ),
  );

/** The views of a process that goes on for months: damage that is met in them is no reason to start it anew. */
const livingViews =
  (file: string, log: EventLog<DomainEvent>): ((views: Views) => Views) =>
  (views) =>
    healingViews(views, { isGone: () => !existsSync(file), reopen: openViews({ file, log }) });

/**
 * Opens the views of a log that is open.
 * @param lives whether whoever opens them goes on for long
 */
export const withViews =
  (opening: Opening, file: string, lives = false) =>
  (opened: OpenedLog): TE.TaskEither<Failure, OpenData> => {
    const { log, tail, last } = rememberingTail(opened.log);
    return pipe(
      viewsOf(opening, file, log),
      TE.map(lives && file !== ':memory:' ? livingViews(file, log) : (views) => views),
      TE.orElseFirstTaskK(() => () => log.close()),
      TE.bimap(storage, (views) => ({
        ...opened,
        log,
        tail,
        lastRecordedAt: () => last()?.event.recordedAt,
        views,
        clock: opening.clock,
        ids: opening.ids,
        // A server carries out what many people do at once.
        // In a cluster one append may overtake another.
        streams: rememberingStreams(log, { inOrder: opened.status === undefined }),
        close: async () => {
          views.close();
          await log.close();
        },
      })),
    );
  };

/** Commands are short: one that is under way is worth waiting for. */
const lockPatience_ms = 3000;

/** Opens a log in a file, without its views. Where a server writes it, changes go through the server. */
export const openEmbeddedLog = (
  { file }: Pick<EmbeddedPlace, 'file'>,
  mode: 'read' | 'write',
): TE.TaskEither<Failure, OpenedLog> =>
  pipe(
    mode === 'read'
      ? openSqliteEventLog({ file, codec: eventCodec, mode })
      : openSharedEventLog({
          file,
          codec: eventCodec,
          writer: 'inline',
          patience_ms: lockPatience_ms,
          inTurn: true,
        }),
    TE.bimap(storage, (log) => ({ log })),
  );

/** How long a command waits for the node's copy to hold what the cluster holds, before it makes do with the copy. */
const catchUpPatience_ms = 10_000;

/** How long a change is tried while no leader takes it: elections take seconds, and a person is waiting. */
const appendPatience_ms = 15_000;

/** How long a process that is there to follow waits for a command that follows for itself meanwhile. */
const followPatience_ms = 10_000;

/** Opens a log in a cluster, without its views. */
export const openClusterLog = (
  opening: Pick<Opening, 'openCluster' | 'onCatchUp'>,
  { connection, tenant, credentials, replica }: ClusterPlace,
  patience_ms: number,
): TE.TaskEither<Failure, OpenedLog> =>
  pipe(
    opening.openCluster({
      connection,
      tenant,
      replica,
      codec: eventCodec,
      credentials,
      onProgress: opening.onCatchUp,
      catchUpPatience_ms: patience_ms,
      patience_ms: appendPatience_ms,
      // Who does not wait to be caught up stays, and has to be the one that follows.
      lockPatience_ms: patience_ms === 0 ? followPatience_ms : 0,
    }),
    TE.mapLeft(storage),
  );

type How = Readonly<{
  mode: 'read' | 'write' | 'serve';
  patience_ms?: number;
  /** How the log is read, where that is not as it comes. */
  reading?: (log: EventLog<DomainEvent>) => EventLog<DomainEvent>;
}>;

const open =
  ({ mode, patience_ms = catchUpPatience_ms, reading = (log) => log }: How): Open =>
  (opening) =>
  (place) =>
    pipe(
      place._tag === 'Cluster'
        ? openClusterLog(opening, place, patience_ms)
        : mode === 'serve'
          ? openServingLog(place)
          : openEmbeddedLog(place, mode),
      TE.map((opened) => ({ ...opened, log: reading(opened.log) })),
      TE.chain(withViews(opening, place.views, mode === 'serve')),
    );

/** Whether there is a log to ask. In a cluster there always is, be it an empty one. */
export const isThere = (place: LogPlace): boolean =>
  place._tag === 'Cluster' || existsSync(place.file);

const onlyIfThere =
  (whenThere: Open): Open =>
  (opening) =>
  (place) =>
    place._tag === 'Cluster' || existsSync(place.file)
      ? whenThere(opening)(place)
      : TE.left(
          missing(
            `There is no log at ${place.file} yet. Import a document first ("trackrecord import FILE --plan ID"), or say with --data or --log where the log is.`,
          ),
        );

/** Opens the log to ask; there must be one. */
export const openToRead: Open = onlyIfThere(open({ mode: 'read' }));

/** Opens the log to change it, made where there is none; a file by one process at a time, or through the server. */
export const openToWrite: Open = open({ mode: 'write' });

/** Opens the log to follow it: a cluster's copy is handed over at once, however far behind it is. */
export const openToFollow = (reading: NonNullable<How['reading']>): Open =>
  onlyIfThere(open({ mode: 'read', patience_ms: 0, reading }));

/**
 * Opens the log to serve it, made where there is none: a file is written by this process, and by commands on this
 * machine through it. Whoever asks meanwhile has a turn, however far behind the views are.
 */
export const openToServe: Open = open({
  mode: 'serve',
  patience_ms: 0,
  reading: (log) => breathingLog(log, new AbortController().signal),
});

/** Opens the log to see what a change would do; where there is none, an empty one that nothing is kept of. */
export const openToPreview: Open = (opening) => (place) =>
  isThere(place)
    ? open({ mode: 'read' })(opening)(place)
    : withViews(opening, ':memory:')({ log: memoryEventLog(eventCodec) });
