import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import { openReader } from '../sqlite/log-reader.ts';
import { polling } from '../sqlite/polling.ts';
import { sqliteEventLog } from '../sqlite/sqlite-event-log.ts';
import { heldBy } from '../sqlite/writer.ts';
import { makeWakeUp } from '../wake-up.ts';
import { eitherWakeUp } from './either-wake-up.ts';
import { reachServer, type Unreached } from './reach-server.ts';
import type { ReachedServer } from './reached-server.ts';
import { socketWriter, type Timing } from './socket-writer.ts';
import { takeTurn } from './take-turn.ts';

export type ServedEventLogOptions<A extends Identified> = Readonly<{
  /** The log's file, which another process writes. */
  file: string;
  codec: EventCodec<A>;
  /** Whether to be the only one, among those who say so, that changes it through the other process. */
  inTurn: boolean;
}> &
  Timing;

/**
 * Opens a log that another process writes and serves: it is read from its file, as any process may, and appended to
 * through that process.
 */
export const openServedEventLog = <A extends Identified>({
  file,
  codec,
  inTurn,
  delay,
  startTimer,
}: ServedEventLogOptions<A>): TE.TaskEither<Unreached | StorageError, EventLog<A>> =>
  pipe(
    (): Promise<E.Either<Unreached, ReachedServer>> => reachServer(file, startTimer),
    TE.map((server) => socketWriter(file, server, { delay, startTimer })),
    TE.chainW((through) => async () => {
      const turn = inTurn ? takeTurn(file) : undefined;
      if (turn !== undefined && E.isLeft(turn)) {
        await through.close();
        return turn;
      }
      const writer = turn === undefined ? through : heldBy(turn.right, through);
      const reader = openReader(file);
      if (E.isLeft(reader)) {
        await writer.close();
        return reader;
      }
      const more = eitherWakeUp(makeWakeUp(), polling());
      return E.right(sqliteEventLog({ file, codec, reader: reader.right, writer, more }));
    }),
  );
