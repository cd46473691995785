import type { StorageError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import type { ClusterConnection, ClusterReadError } from '../connection.ts';
import { appendWith } from './append.ts';
import { clockCheck } from './check-clocks.ts';
import { skewOf } from './clock.ts';
import type { ConnectionSettings } from './connection-string.ts';
import type { Failure } from './failure.ts';
import { givenUp } from './given-up.ts';
import { greet } from './greet.ts';
import type { Timing } from './options.ts';
import { type GivenUp, persist } from './persist.ts';
import { readEnd, readEvents, readLastRevision } from './read-events.ts';
import type { Session } from './session.ts';
import { makeSessions } from './sessions.ts';
import { subscribeWith } from './subscribe.ts';

/** Why a stream cannot be read. */
const unread = (stream: string, why: GivenUp): ClusterReadError => {
  const told = givenUp(`read ${stream}`, why);
  return why.failure.deleted === true ? { ...told, _tag: 'StreamDeleted' } : told;
};

/** A connection by these settings; it connects when it is first asked something. */
export const connect = (
  settings: ConnectionSettings,
  timing: Timing,
  tenant: string,
): ClusterConnection => {
  const sessions = makeSessions(settings, timing);

  /** A question that may be asked again. */
  const ask =
    <A>(
      doing: string,
      patience_ms: number,
      question: (session: Session) => Promise<E.Either<Failure, A>>,
    ): TE.TaskEither<StorageError, A> =>
    async () => {
      const answer = await persist(sessions, { ...timing, patience_ms }, question);
      return E.isLeft(answer) ? E.left(givenUp(doing, answer.left)) : answer;
    };

  const askForSkew = async (session: Session): Promise<E.Either<Failure, number | undefined>> => {
    const greeted = await greet(session, timing);
    if (E.isLeft(greeted)) return greeted;
    const { clocks } = greeted.right;
    return E.right(clocks === undefined ? undefined : skewOf(clocks));
  };

  const { patience_ms, deadline_ms } = timing;
  const append = appendWith({ sessions, timing, checkClocks: clockCheck(timing) });
  return {
    append: (one) => () => append(one),
    readStream:
      (stream, from, limit, ownPatience_ms = patience_ms) =>
      async () => {
        const read = (session: Session) => readEvents(session, timing, stream, from, limit);
        const answer = await persist(sessions, { ...timing, patience_ms: ownPatience_ms }, read);
        return E.isLeft(answer) ? E.left(unread(stream, answer.left)) : answer;
      },
    lastRevision: (stream) =>
      ask(`read ${stream}`, patience_ms, (session) => readLastRevision(session, timing, stream)),
    end: () => ask('read the end of the log', deadline_ms, (session) => readEnd(session, timing)),
    subscribe: subscribeWith({ sessions, timing, tenant }),
    clockSkew_ms: () => ask('ask the server for the time', deadline_ms, askForSkew),
    close: sessions.close,
  };
};
