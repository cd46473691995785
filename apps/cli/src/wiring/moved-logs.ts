import {
  type Failure,
  invalid,
  missing,
  type Progress,
  storage,
  type StorageError,
} from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataDirectory, type Environment } from './data-directory.ts';
import { clusterPlace, type LogPlace, nameOfLog, parseLog } from './log-place.ts';
import {
  openClusterLog,
  type OpenData,
  type OpenedLog,
  openEmbeddedLog,
  withViews,
} from './open-data.ts';
import type { FollowerStatus } from './open-cluster.ts';
import type { Shell } from './shell.ts';

/** The two logs of a move, by the options that name them. */
export type MovingOptions = Readonly<{ from: string; to: string; data?: string; json?: boolean }>;

/**
 * Where a move keeps what it derives from a log: a cluster’s copy, and the views of either. The same log has the same
 * directory, so that a move that was stopped finds what it had; to be deleted once the move is done.
 */
const movedTo = (place: LogPlace, directory: string): LogPlace => {
  const name = createHash('sha256').update(nameOfLog(place)).digest('hex').slice(0, 16);
  const own = join(directory, 'moves', name);
  const views = join(own, 'views.db');
  return place._tag === 'Embedded'
    ? { ...place, views }
    : { ...place, replica: join(own, 'replica.db'), views };
};

const movedPlace = (
  option: string,
  text: string,
  directory: string,
  environment: Environment,
): E.Either<Failure, LogPlace> =>
  pipe(
    parseLog(option, text),
    E.chain((named): E.Either<Failure, LogPlace> =>
      named._tag === 'File'
        ? E.right({ _tag: 'Embedded', file: named.file, views: '' })
        : clusterPlace(named.connection, directory, environment),
    ),
    E.map((place) => movedTo(place, directory)),
  );

/** Where the two logs of a move are. */
export const movedPlaces = (
  { from, to, data }: MovingOptions,
  environment: Environment,
): E.Either<Failure, Readonly<{ from: LogPlace; to: LogPlace }>> => {
  const directory = dataDirectory(data, environment);
  return pipe(
    E.Do,
    E.bind('from', () => movedPlace('--from', from, directory, environment)),
    E.bind('to', () => movedPlace('--to', to, directory, environment)),
    E.filterOrElse(
      (places) => places.from.views !== places.to.views,
      (places) => invalid(`--from and --to are the same log: ${nameOfLog(places.from)}.`),
    ),
  );
};

/** A month's worth of events takes its time; whoever moves a log has it, and sees a bar. */
const movePatience_ms = 3_600_000;

/** Why a copy of a cluster's log is not all that the cluster holds; nothing where it is. */
const lacking = ({ state, problem, lag }: FollowerStatus): string | undefined => {
  switch (state) {
    case 'live':
    case 'behind':
      return lag.seconds === undefined
        ? 'this node’s copy of it did not catch up in time; what it has is kept, so run this again'
        : undefined;
    case 'elsewhere':
      return 'another process is moving it in this data directory';
    case 'away':
    case 'stopped':
      return problem ?? 'it cannot be followed';
  }
};

/** A move is of everything: a copy that does not hold what the cluster holds is no place to begin. */
const whole =
  (place: LogPlace) =>
  (opened: OpenedLog): TE.TaskEither<Failure, OpenedLog> => {
    const why = opened.status === undefined ? undefined : lacking(opened.status());
    return why === undefined
      ? TE.right(opened)
      : pipe(
          TE.fromTask(() => opened.log.close()),
          TE.chain(() =>
            TE.left(storage({ _tag: 'Unavailable', message: `${nameOfLog(place)}: ${why}` })),
          ),
        );
  };

type Telling = Readonly<{ shell: Shell; onProgress: (progress: Progress) => void }>;

/** Opens a log that is copied from or into, without views. */
export const openMovedLog =
  ({ shell, onProgress }: Telling, mode: 'read' | 'write') =>
  (place: LogPlace): TE.TaskEither<Failure, OpenedLog> => {
    if (place._tag === 'Cluster')
      return pipe(
        openClusterLog({ ...shell, onCatchUp: onProgress }, place, movePatience_ms),
        TE.chain(whole(place)),
      );
    return mode === 'write' || existsSync(place.file)
      ? openEmbeddedLog(place, mode)
      : TE.left(missing(`There is no log at ${place.file}.`));
  };

const makeDirectory = (file: string): E.Either<Failure, unknown> =>
  E.tryCatch(
    () => mkdirSync(dirname(file), { recursive: true }),
    (thrown): Failure => {
      const error: StorageError = {
        _tag: 'Unavailable',
        message: `${dirname(file)} cannot be made: ${String(thrown)}`,
      };
      return storage(error);
    },
  );

/** Opens a log that is asked the same as another, with views of its own. */
export const openComparedLog =
  (telling: Telling) =>
  (place: LogPlace): TE.TaskEither<Failure, OpenData> =>
    pipe(
      openMovedLog(telling, 'read')(place),
      TE.chainFirstEitherK(() => makeDirectory(place.views)),
      TE.chain(
        withViews(
          { ...telling.shell, onProgress: telling.onProgress, onCatchUp: telling.onProgress },
          place.views,
        ),
      ),
    );
