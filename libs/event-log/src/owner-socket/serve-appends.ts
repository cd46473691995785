import { createServer } from 'node:net';
import type { EventLog, Identified, StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventCodec } from '../event-codec.ts';
import { type StartTimer, startTimer as machineTimer } from '../start-timer.ts';
import { readAppendLine } from './append-line.ts';
import { listenPrivately } from './listen-privately.ts';
import type { FromServer } from './protocol.ts';
import { serveClient, turnAway } from './serve-client.ts';
import { socketFile } from './socket-file.ts';

export type ServeAppendsOptions<A extends Identified> = Readonly<{
  /** The log, opened to write: the process holds its lock. It stays open until this is closed. */
  log: Pick<EventLog<A>, 'append'>;
  codec: EventCodec<A>;
  /** The log's file, beside which the socket stands. */
  file: string;
  /** For how long clients may be silent. */
  startTimer?: StartTimer;
}>;

/** A log that commands may append to through this process. */
export type ServedAppends = Readonly<{
  /** Answers what is under way and turns everybody else away; nothing listens any more when it resolves. */
  close: () => Promise<void>;
}>;

/** Clients served at once: each may keep a line of the longest length. */
const mostClients = 64;

const answering =
  <A extends Identified>(log: ServeAppendsOptions<A>['log'], codec: EventCodec<A>) =>
  async (line: string): Promise<FromServer> => {
    const asked = readAppendLine(codec)(line);
    if (E.isLeft(asked)) return { _tag: 'Refused', message: asked.left };
    const { stream, expected, events } = asked.right;
    return { _tag: 'Outcome', outcome: await log.append(stream, expected, events)() };
  };

/**
 * Lets commands on this machine append to a log through the process that holds its write lock, over a socket that
 * only the user of this process can open. Followers of `log` learn of such appends as of any other.
 * To be closed before the log is.
 */
export const serveAppends = <A extends Identified>({
  log,
  codec,
  file,
  startTimer = machineTimer,
}: ServeAppendsOptions<A>): TE.TaskEither<StorageError, ServedAppends> => {
  const closing = new AbortController();
  const serving = { answer: answering(log, codec), closing: closing.signal, startTimer };
  let clients = 0;
  // Who has said all and only listens is answered all the same.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    clients += 1;
    socket.once('close', () => {
      clients -= 1;
    });
    if (clients <= mostClients) {
      serveClient(socket, serving);
    } else {
      socket.on('error', () => undefined);
      turnAway(socket, `${mostClients} others are connected already`, startTimer);
    }
  });

  return pipe(
    listenPrivately(server, socketFile(file)),
    TE.mapLeft((error) => {
      server.close();
      return error;
    }),
    TE.map((remove) => {
      // A client that cannot be accepted (too many open files) is no reason to end.
      server.on('error', () => undefined);
      return {
        close: async () => {
          const closed = new Promise((resolve) => server.close(resolve));
          remove();
          closing.abort();
          await closed;
        },
      };
    }),
  );
};
