import type { Socket } from 'node:net';
import * as E from 'fp-ts/lib/Either.js';
import type { listeningToServer, Silence } from './listening-to-server.ts';
import type { FromServer } from './protocol.ts';

/** What came of asking the server. */
export type Asked =
  | Extract<FromServer, { _tag: 'Outcome' }>
  /** It was not done: why. */
  | Extract<FromServer, { _tag: 'Refused' }>
  /** Nobody knows whether it was done. */
  | Readonly<{ _tag: 'Lost'; message: string }>;

/** A server that has said that it is one, and speaks as we do. */
export type ReachedServer = Readonly<{
  /** Asks with a line, one at a time. After any other answer than an outcome the connection is of no use. */
  ask: (line: string) => Promise<Asked>;
  close: () => void;
}>;

/** How long an append may take, where the disk is busy. */
const answer_ms = 15_000;

const inWords = (silence: Silence): string => {
  switch (silence) {
    case 'late':
      return `it has not answered within ${answer_ms / 1000} s`;
    case 'ended':
      return 'it has gone before it answered';
    case 'nonsense':
      return 'what it answered is no answer';
  }
};

/** Whether all of a line was taken, its end with it: a line without its end is never acted on. */
const wasSent = (socket: Socket, line: string): Promise<boolean> =>
  new Promise((resolve) => {
    socket.write(line, (error) => {
      resolve(!(error instanceof Error));
    });
  });

/** A server over a connection on which it has greeted. */
export const reachedServer = (
  socket: Socket,
  listen: ReturnType<typeof listeningToServer>,
): ReachedServer => ({
  ask: async (line) => {
    const sent = wasSent(socket, line);
    const said = await listen(answer_ms);
    if (E.isRight(said) && said.right._tag !== 'Greeting') return said.right;
    socket.destroy();
    const message = inWords(E.isLeft(said) ? said.left : 'nonsense');
    return (await sent) ? { _tag: 'Lost', message } : { _tag: 'Refused', message };
  },
  close: () => socket.destroy(),
});
