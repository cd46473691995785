import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventLog,
  type Failure,
  missing,
  type Readable,
  storage,
  type Views,
  type Writable,
} from '@trackrecord/application';
import type { DomainEvent } from '@trackrecord/domain';
import { memoryEventLog, openSqliteEventLog, openViews } from '@trackrecord/event-log';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { eventCodec } from './event-codec.ts';
import { randomIds } from './random-ids.ts';
import { systemClock } from './system-clock.ts';

/** What a command works with, and how to put it away. */
export type OpenData = Writable & Readonly<{ close: () => Promise<void> }>;

export const logFile = (directory: string): string => join(directory, 'log.db');
const viewsFile = (directory: string): string => join(directory, 'views.db');

const put = (log: EventLog<DomainEvent>, views: Views): OpenData => ({
  log,
  views,
  clock: systemClock(process.env['TRACKRECORD_NOW']),
  ids: randomIds,
  close: async () => {
    views.close();
    await log.close();
  },
});

const withViews = (
  directory: string,
  log: EventLog<DomainEvent>,
): TE.TaskEither<Failure, OpenData> =>
  pipe(
    openViews({ file: viewsFile(directory), log }),
    // A directory that may only be read can still be asked: its views live as long as the question.
    TE.orElse((error) =>
      error._tag === 'Unavailable' ? openViews({ file: ':memory:', log }) : TE.left(error),
    ),
    TE.orElseFirstTaskK(() => () => log.close()),
    TE.bimap(storage, (views) => put(log, views)),
  );

const open = (directory: string, mode: 'read' | 'write'): TE.TaskEither<Failure, OpenData> =>
  pipe(
    openSqliteEventLog({ file: logFile(directory), codec: eventCodec, mode, writer: 'inline' }),
    TE.mapLeft(storage),
    TE.chain((log) => withViews(directory, log)),
  );

/** Opens the log to ask; there must be one. */
export const openToRead = (directory: string): TE.TaskEither<Failure, OpenData & Readable> =>
  existsSync(logFile(directory))
    ? open(directory, 'read')
    : TE.left(
        missing(
          `There is no log in ${directory} yet. Import a document first ("trackrecord import FILE --plan ID"), or say with --data where the log is.`,
        ),
      );

/** Opens the log to change it, made where there is none; one process at a time. */
export const openToWrite = (directory: string): TE.TaskEither<Failure, OpenData> =>
  open(directory, 'write');

/** Opens the log to see what a change would do; where there is none, an empty one that nothing is kept of. */
export const openToPreview = (directory: string): TE.TaskEither<Failure, OpenData> =>
  existsSync(logFile(directory))
    ? open(directory, 'read')
    : pipe(
        memoryEventLog(eventCodec),
        (log) =>
          pipe(
            openViews({ file: ':memory:', log }),
            TE.bimap(storage, (views) => put(log, views)),
          ),
      );
