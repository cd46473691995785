import { type EventLog, type Failure, storage } from '@trackrecord/application';
import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import { openSqliteEventLog, serveAppends } from '@trackrecord/event-log';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EmbeddedPlace } from './log-place.ts';

/** Commands end: a server that is to stay waits for the one that is writing. */
const lockPatience_ms = 10_000;

/** Opens a log in a file as the process that writes it, and takes the changes of commands on this machine as well. */
export const openServingLog = ({
  file,
}: Pick<EmbeddedPlace, 'file'>): TE.TaskEither<Failure, Readonly<{ log: EventLog<DomainEvent> }>> =>
  pipe(
    openSqliteEventLog({
      file,
      codec: eventCodec,
      mode: 'write',
      writer: 'thread',
      patience_ms: lockPatience_ms,
    }),
    TE.chain((log) =>
      pipe(
        serveAppends({ log, codec: eventCodec, file }),
        TE.orElseFirstTaskK(() => () => log.close()),
        TE.map((serving) => ({
          log: {
            ...log,
            close: async () => {
              await serving.close();
              await log.close();
            },
          },
        })),
      ),
    ),
    TE.mapLeft(storage),
  );
