import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import { openReader } from '../sqlite/log-reader.ts';
import { polling } from '../sqlite/polling.ts';
import { sqliteEventLog } from '../sqlite/sqlite-event-log.ts';
import { makeWakeUp } from '../wake-up.ts';
import { eitherWakeUp } from './either-wake-up.ts';
import { reachServer, type Unreached } from './reach-server.ts';
import { socketWriter, type Timing } from './socket-writer.ts';

export type ServedEventLogOptions<A extends Identified> = Readonly<{
  /** The log's file, which another process writes. */
  file: string;
  codec: EventCodec<A>;
}> &
  Timing;

/**
 * Opens a log that another process writes and serves: it is read from its file, as any process may, and appended to
 * through that process.
 */
export const openServedEventLog = <A extends Identified>({
  file,
  codec,
  delay,
  startTimer,
}: ServedEventLogOptions<A>): TE.TaskEither<Unreached | StorageError, EventLog<A>> =>
  pipe(
    TE.tryCatch(
      () => reachServer(file, startTimer),
      (thrown): Unreached => ({ _tag: 'Unusable', message: String(thrown) }),
    ),
    TE.chainEitherK((reached) => reached),
    TE.chainW((server) => async () => {
      const reader = openReader(file);
      if (E.isLeft(reader)) {
        server.close();
        return reader;
      }
      const writer = socketWriter(file, server, { delay, startTimer });
      const more = eitherWakeUp(makeWakeUp(), polling());
      return E.right(sqliteEventLog({ file, codec, reader: reader.right, writer, more }));
    }),
  );
