import * as E from 'fp-ts/lib/Either.js';
import { type ConnectionSettings, type HostAndPort, inWords } from './connection-string.ts';
import { diagnose } from './diagnose.ts';
import { type Failure, lasting } from './failure.ts';
import { greet } from './greet.ts';
import { makeClient } from './make-client.ts';
import type { Timing } from './options.ts';
import { type Session, makeSession } from './session.ts';

/** One session at a time: a new one is begun when the last has ended, all of it. */
export type Sessions = Readonly<{
  /** The session that there is, or a new one; a `Left` is one try to begin one. */
  current: () => Promise<E.Either<Failure, Session>>;
  /** Aborted once they are closed. */
  closed: AbortSignal;
  close: () => Promise<void>;
}>;

const isClosed = lasting('the connection to the cluster is closed');

export const makeSessions = (settings: ConnectionSettings, timing: Timing): Sessions => {
  const closing = new AbortController();
  let current: Promise<E.Either<Failure, Session>> | undefined;
  let lastEnded: Promise<void> = Promise.resolve();
  let endCurrent: (failure: Failure) => void = () => undefined;
  /** Who leads, by what the last server said: asked once, and the hosts of the string if that leads nowhere. */
  let leader: HostAndPort | undefined;

  const begin = async (): Promise<E.Either<Failure, Session>> => {
    // Clients share connections below the surface: a new one would be given the one that hangs.
    await lastEnded;
    if (closing.signal.aborted) return E.left(isClosed);
    const client = makeClient(settings, leader);
    leader = undefined;
    if (E.isLeft(client)) {
      current = undefined;
      return E.left(lasting(client.left));
    }
    const session = makeSession({
      client: client.right,
      hosts: settings.hosts.map(inWords).join(', '),
      hasCredentials: settings.credentials !== undefined,
      onEnd: (failure) => {
        leader = failure.leader;
        current = undefined;
        lastEnded = client.right.discard();
      },
    });
    endCurrent = session.giveUp;
    const greeted = await greet(session, timing);
    if (E.isRight(greeted)) return E.right(session);
    session.giveUp({ ...greeted.left, lost: true });
    if (greeted.left.undiscovered === undefined) return greeted;
    const diagnosis = lastEnded.then(() => diagnose(settings, timing));
    lastEnded = diagnosis.then(() => undefined);
    return E.left(await diagnosis);
  };

  return {
    current: () => {
      if (closing.signal.aborted) return Promise.resolve(E.left(isClosed));
      current ??= begin();
      return current;
    },
    closed: closing.signal,
    close: async () => {
      closing.abort();
      endCurrent({ ...isClosed, lost: true });
      await lastEnded;
    },
  };
};
