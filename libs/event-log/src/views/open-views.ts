import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog, StorageError, Views } from '@trackrecord/application/ports';
import type { DomainEvent } from '@trackrecord/domain';
import { Ordinal, StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { unavailable } from '../sqlite/sqlite-failure.ts';
import { type Checkpoint, atStart, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { cutReader } from './read-cut.ts';
import { recordReader } from './read-records.ts';
import { takeIn } from './take-in.ts';
import { eventIndex, viewsDefinition, viewsSchema } from './views-schema.ts';

export type OpenViews = Readonly<{
  /** `views.db`, or `:memory:` for views that live as long as the process. */
  file: string;
  log: EventLog<DomainEvent>;
}>;

const busyTimeout_ms = 10_000;

const asOrdinal = (value: unknown): Ordinal => {
  const ordinal = Number(value);
  if (Ordinal.is(ordinal)) return ordinal;
  throw new Error('the views hold no ordinal');
};

const definitionOf = (db: DatabaseSync): number | undefined => {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'checkpoint'").get();
  if (exists === undefined) return undefined;
  const row = db.prepare('SELECT definition FROM checkpoint').get();
  return row === undefined ? undefined : Number(row['definition']);
};

const dropEverything = (db: DatabaseSync): void => {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  tables.forEach((table) => db.exec(`DROP TABLE "${String(table['name'])}"`));
};

/** Empty views of today's definition, in one transaction. */
const startAnew = (db: DatabaseSync): void => {
  db.exec('BEGIN IMMEDIATE');
  dropEverything(db);
  db.exec(viewsSchema);
  db.exec(eventIndex);
  writeCheckpoint(db, atStart);
  db.exec('COMMIT');
};

const openDatabase = (file: string): DatabaseSync => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: busyTimeout_ms });
  // Losing the newest views to a power cut costs nothing: they are taken in again.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  if (definitionOf(db) !== viewsDefinition) startAnew(db);
  return db;
};

const viewsOver = (db: DatabaseSync, { file, log }: OpenViews): Views => {
  const failed = unavailable('read the views in', file);
  const attempt = <A>(read: () => A): E.Either<StorageError, A> => E.tryCatch(read, failed);
  const cut = cutReader(db);
  const records = recordReader(db);
  const lastBy = db.prepare('SELECT ordinal FROM event WHERE ordinal = ? AND recorded_at <= ?');
  const names = (rows: ReadonlyArray<Record<string, unknown>>): ReadonlyArray<StreamName> =>
    rows.map((row) => row['name']).filter(StreamName.is);

  const ordinalOf = ({ ordinal }: Checkpoint): Ordinal => asOrdinal(ordinal);

  const takeInAll: Views['catchUp'] = (onProgress) =>
    pipe(
      TE.tryCatch(() => takeIn({ db, log, onProgress }), unavailable('write the views in', file)),
      TE.chainEitherK((taken) => taken),
      TE.map(ordinalOf),
    );

  // `recorded_at` never falls along the order, so the last ordinal by an instant is found by halving.
  const lastOrdinalBy = (instant: string): number => {
    let [low, high] = [0, readCheckpoint(db).ordinal];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (lastBy.get(middle, instant) === undefined) high = middle - 1;
      else low = middle;
    }
    return low;
  };

  return {
    catchUp: takeInAll,
    rebuild: (onProgress) => {
      const total = E.getOrElse(() => 0)(attempt(() => readCheckpoint(db).ordinal));
      return pipe(
        TE.fromEither(attempt(() => startAnew(db))),
        TE.chain(() =>
          takeInAll((progress) =>
            onProgress?.({ ...progress, total: Math.max(total, progress.done) }),
          ),
        ),
      );
    },
    head: () => attempt(() => ordinalOf(readCheckpoint(db))),
    ordinalAt: (instant) => attempt(() => asOrdinal(lastOrdinalBy(instant))),
    listStreams: (category) =>
      attempt(() =>
        names(db.prepare('SELECT name FROM stream WHERE category = ? ORDER BY id').all(category)),
      ),
    listStreamsNaming: (category, party) =>
      attempt(() =>
        names(
          db
            .prepare(
              `SELECT s.name FROM naming n JOIN stream s ON s.id = n.stream
               WHERE n.party = ? AND s.category = ? ORDER BY s.id`,
            )
            .all(party, category),
        ),
      ),
    cutOf: (stream, point) => attempt(() => cut(stream, point)),
    recordsOf: (stream, knownAt, filter) => attempt(() => records(stream, knownAt, filter)),
    close: () => db.close(),
  };
};

/** Opens the views of a log; views of another definition, or damaged ones, are dropped and built anew. */
export const openViews = (options: OpenViews): TE.TaskEither<StorageError, Views> =>
  pipe(
    TE.fromEither(
      E.tryCatch(() => openDatabase(options.file), unavailable('open the views in', options.file)),
    ),
    TE.map((db) => viewsOver(db, options)),
    TE.chainFirst((views) => views.catchUp()),
  );
