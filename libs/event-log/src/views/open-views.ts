import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type {
  EventLog,
  Progress,
  StorageError,
  SubjectNaming,
  Views,
} from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import { type Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { asOrdinal } from './as-ordinal.ts';
import { belongsToLog } from './belongs-to-log.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { openDatabase } from './open-database.ts';
import { cutReader } from './read-cut.ts';
import { lastOrdinalReader } from './read-last-ordinal.ts';
import { recordReader } from './read-records.ts';
import { trailReader } from './read-trail.ts';
import { rebuildViews } from './rebuild-views.ts';
import { startAnew } from './start-anew.ts';
import { takingIn } from './take-in.ts';
import { sharedRun } from './shared-run.ts';
import { viewsFailure } from './views-failure.ts';

export type OpenViews = Readonly<{
  /** `views.db`, or `:memory:` for views that live as long as the process. */
  file: string;
  log: EventLog<DomainEvent>;
  /** Told while views that are behind (or new) take the log in. */
  onProgress?: (progress: Progress) => void;
}>;

/** The last ordinal by an instant: `recorded_at` never falls along the order, so it is found by halving. */
const ordinalReader = (db: DatabaseSync): ((instant: string) => Ordinal) => {
  const isBy = db.prepare('SELECT 1 FROM event WHERE ordinal = ? AND recorded_at <= ?');
  return (instant) => {
    let [low, high] = [0, readCheckpoint(db).settled];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (isBy.get(middle, instant) === undefined) high = middle - 1;
      else low = middle;
    }
    return asOrdinal(low);
  };
};

const ordinalOf = ({ settled }: Checkpoint): Ordinal => asOrdinal(settled);

const catchingUp = (
  db: DatabaseSync,
  { file, log }: OpenViews,
): Pick<Views, 'catchUp' | 'rebuild'> => {
  const failed = viewsFailure('write', file);
  const takeIn = takingIn(db, log);
  const takeInShared = sharedRun(takeIn);
  const catchUp: Views['catchUp'] = (onProgress) =>
    pipe(
      TE.tryCatch(() => (onProgress === undefined ? takeInShared() : takeIn(onProgress)), failed),
      TE.chainEitherK((taken) => taken),
      TE.map(ordinalOf),
    );
  return {
    catchUp,
    rebuild: (onProgress) =>
      pipe(
        TE.fromEither(E.tryCatch(() => readCheckpoint(db), failed)),
        TE.chain((before) => {
          const report = ({ done }: Progress): void =>
            onProgress?.({ done, total: Math.max(before.ordinal, done) });
          return file === ':memory:'
            ? pipe(
                TE.fromEither(E.tryCatch(() => startAnew(db, before), failed)),
                TE.chain(() => catchUp(report)),
              )
            : pipe(
                TE.tryCatch(() => rebuildViews({ file, log, onProgress: report }), failed),
                TE.chainEitherK((rebuilt) => rebuilt),
                TE.map(ordinalOf),
              );
        }),
      ),
  };
};

const namesIn = (rows: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<StreamName> =>
  rows.map((row) => row['name']).filter(StreamName.is);

const subjectsIn = (rows: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<SubjectNaming> =>
  rows.flatMap(({ name, subject }) =>
    StreamName.is(name) && typeof subject === 'string' ? [{ stream: name, subject }] : [],
  );

const viewsOver = (db: DatabaseSync, options: OpenViews): Views => {
  const failed = viewsFailure('read', options.file);
  const attempt = <A>(read: () => A): E.Either<StorageError, A> => E.tryCatch(read, failed);
  const [cut, records, ordinalAt] = [cutReader(db), recordReader(db), ordinalReader(db)];
  const [trail, lastOrdinal] = [trailReader(db), lastOrdinalReader(db)];
  const streams = db.prepare('SELECT name FROM stream WHERE category = ? ORDER BY id');
  // Names hold lower-case letters, digits and hyphens: a tilde comes after all of them.
  const streamsNamed = db.prepare('SELECT name FROM stream WHERE name BETWEEN ? AND ? ORDER BY id');
  const naming = db.prepare(
    `SELECT DISTINCT s.name FROM naming n JOIN stream s ON s.id = n.stream
     WHERE n.party = ? AND s.category = ? ORDER BY s.id`,
  );

  const subjectsNaming = db.prepare(
    `SELECT s.name, n.subject FROM naming n JOIN stream s ON s.id = n.stream
     WHERE n.party = ? AND s.category = ? ORDER BY s.id, n.subject`,
  );

  return {
    ...catchingUp(db, options),
    head: () => attempt(() => ordinalOf(readCheckpoint(db))),
    ordinalAt: (instant) => attempt(() => ordinalAt(instant)),
    listStreams: (category, idBegins) =>
      attempt(() =>
        namesIn(
          idBegins === undefined
            ? streams.all(category)
            : streamsNamed.all(`${category}-${idBegins}`, `${category}-${idBegins}~`),
        ),
      ),
    listStreamsNaming: (category, party) => attempt(() => namesIn(naming.all(party, category))),
    listSubjectsNaming: (category, party) =>
      attempt(() => subjectsIn(subjectsNaming.all(party, category))),
    cutOf: (stream, point, subject, fields) => attempt(() => cut(stream, point, subject, fields)),
    recordsOf: (stream, knownAt, filter) => attempt(() => records(stream, knownAt, filter)),
    trailOf: (stream, knownAt, filter, page) => attempt(() => trail(stream, knownAt, filter, page)),
    lastOrdinalOf: (stream, knownAt, subject) =>
      attempt(() => lastOrdinal(stream, knownAt, subject)),
    close: () => {
      db.close();
    },
  };
};

/** Views that were made of another log (a backup was restored) start anew. */
const ofThisLog = (db: DatabaseSync, { file, log }: OpenViews): TE.TaskEither<StorageError, void> =>
  pipe(
    TE.fromEither(E.tryCatch(() => readCheckpoint(db), viewsFailure('read', file))),
    TE.chain((checkpoint) =>
      pipe(
        belongsToLog(log, checkpoint.last),
        TE.chainEitherK((belongs) =>
          E.tryCatch(
            () => (belongs ? undefined : startAnew(db, checkpoint)),
            viewsFailure('write', file),
          ),
        ),
      ),
    ),
  );

const openOnce = (options: OpenViews): TE.TaskEither<StorageError, Views> =>
  pipe(
    TE.fromEither(E.tryCatch(() => openDatabase(options.file), viewsFailure('open', options.file))),
    TE.chain((db) =>
      pipe(
        ofThisLog(db, options),
        TE.map(() => viewsOver(db, options)),
        TE.chainFirst((views) => views.catchUp(options.onProgress)),
        TE.mapLeft((error) => {
          db.close();
          return error;
        }),
      ),
    ),
  );

/**
 * Opens the views of a log and takes in what is new. Views of another definition, of another log, or damaged ones
 * are dropped and built anew.
 */
export const openViews = (options: OpenViews): TE.TaskEither<StorageError, Views> =>
  pipe(
    openOnce(options),
    // Damage that was met has taken the file away.
    TE.orElse((error) =>
      options.file === ':memory:' || existsSync(options.file) ? TE.left(error) : openOnce(options),
    ),
  );
