import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Clock,
  type EventLog,
  type Failure,
  missing,
  type Progress,
  storage,
  type Views,
  type Writable,
} from '@trackrecord/application';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import { memoryEventLog, openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { randomIds } from './random-ids.ts';

/** What a command works with, and how to put it away. */
export type OpenData = Writable & Readonly<{ close: () => Promise<void> }>;

export const logFile = (directory: string): string => join(directory, 'log.db');
const viewsFile = (directory: string): string => join(directory, 'views.db');

/** Whose clock counts, and who is told while the views take in what the log has beyond them. */
export type Opening = Readonly<{ clock: Clock; onProgress: (progress: Progress) => void }>;

/** Opens what is in a directory. */
export type Open = (opening: Opening) => (directory: string) => TE.TaskEither<Failure, OpenData>;

const put = (clock: Clock, log: EventLog<DomainEvent>, views: Views): OpenData => ({
  log,
  views,
  clock,
  ids: randomIds,
  close: async () => {
    views.close();
    await log.close();
  },
});

const withViews = (
  { clock, onProgress }: Opening,
  directory: string,
  log: EventLog<DomainEvent>,
): TE.TaskEither<Failure, OpenData> =>
  pipe(
    openViews({ file: viewsFile(directory), log, onProgress }),
    // A directory that may only be read can still be asked: its views live as long as the question.
    TE.orElse((error) =>
      error._tag === 'Unavailable'
        ? openViews({ file: ':memory:', log, onProgress })
        : TE.left(error),
    ),
    TE.orElseFirstTaskK(() => () => log.close()),
    TE.bimap(storage, (views) => put(clock, log, views)),
  );

/** Commands are short: one that is under way is worth waiting for. */
const lockPatience_ms = 3000;

const open = (
  opening: Opening,
  directory: string,
  mode: 'read' | 'write',
): TE.TaskEither<Failure, OpenData> =>
  pipe(
    openSqliteEventLog({
      file: logFile(directory),
      codec: eventCodec,
      mode,
      writer: 'inline',
      patience_ms: lockPatience_ms,
    }),
    TE.mapLeft(storage),
    TE.chain((log) => withViews(opening, directory, log)),
  );

/** Opens the log to ask; there must be one. */
export const openToRead: Open = (opening) => (directory) =>
  existsSync(logFile(directory))
    ? open(opening, directory, 'read')
    : TE.left(
        missing(
          `There is no log in ${directory} yet. Import a document first ("trackrecord import FILE --plan ID"), or say with --data where the log is.`,
        ),
      );

/** Opens the log to change it, made where there is none; one process at a time. */
export const openToWrite: Open = (opening) => (directory) => open(opening, directory, 'write');

/** Opens the log to see what a change would do; where there is none, an empty one that nothing is kept of. */
export const openToPreview: Open = (opening) => (directory) =>
  existsSync(logFile(directory))
    ? open(opening, directory, 'read')
    : pipe(memoryEventLog(eventCodec), (log) =>
        pipe(
          openViews({ file: ':memory:', log }),
          TE.bimap(storage, (views) => put(opening.clock, log, views)),
        ),
      );
