import type { Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { createHash } from 'node:crypto';
import type { Desk } from '../desk.ts';
import { cookieIn } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Cookie } from '../http/reply.ts';
import type { Session } from '../store/server-store.ts';
import { hour_ms, later, millisecondsBetween, minute_ms } from '../time/instants.ts';
import { cookieNames } from './cookie-names.ts';
import type { Randomness } from './randomness.ts';

type Desked = Readonly<{
  store: Pick<Desk['store'], 'sessions'>;
  clock: Pick<Desk['clock'], 'now'>;
  configuration: Pick<Desk['configuration'], 'publicUrl' | 'session'>;
}>;

/** What is kept of a session's id, and what marks its forms: whoever reads it cannot take the session over. */
export const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const cookieName = ({ configuration: { publicUrl } }: Pick<Desked, 'configuration'>): string =>
  cookieNames(publicUrl.protocol === 'https:').session;

/** Without a visit it ends after the one time, with visits after the other. */
const endOf = ({ configuration: { session } }: Desked, openedAt: string, now: string): string => {
  const [idle, whole] = [
    later(now, session.idle_h * hour_ms),
    later(openedAt, session.whole_h * hour_ms),
  ];
  return idle < whole ? idle : whole;
};

/** A session of somebody who has just proved who they are, under an id that nobody had before: the cookie to set. */
export const openSession =
  (desk: Desked, random: Randomness) =>
  (account: string): TE.TaskEither<Failure, Cookie> => {
    const id = Buffer.from(random(32)).toString('base64url');
    const now = desk.clock.now();
    return pipe(
      desk.store.sessions.open(digestOf(id), {
        account,
        openedAt: now,
        endsAt: endOf(desk, now, now),
      }),
      TE.map(() => ({
        name: cookieName(desk),
        value: id,
        maxAge_s: desk.configuration.session.whole_h * 3600,
      })),
    );
  };

/** The digest of the session that a request comes with; nothing is said of whether there is such a session. */
const digestIn = (desk: Desked, { header }: Pick<Exchange, 'header'>): string | undefined => {
  const id = cookieIn(header('cookie'), cookieName(desk));
  return id === undefined || !/^[\w-]{43}$/u.test(id) ? undefined : digestOf(id);
};

export type FoundSession = Readonly<{ digest: string; session: Session }>;

/** Each visit puts the end off, written down at most once a minute. */
const putOff = (
  desk: Desked,
  { digest, session }: FoundSession,
): TE.TaskEither<Failure, FoundSession> => {
  const endsAt = endOf(desk, session.openedAt, desk.clock.now());
  return millisecondsBetween(session.endsAt, endsAt) < minute_ms
    ? TE.right({ digest, session })
    : pipe(
        desk.store.sessions.extend(digest, endsAt),
        TE.map(() => ({ digest, session: { ...session, endsAt } })),
      );
};

/** The session that a request comes with, its end put off; `undefined` for none, and for one that has ended. */
export const sessionOf =
  (desk: Desked) =>
  (request: Pick<Exchange, 'header'>): TE.TaskEither<Failure, FoundSession | undefined> => {
    const digest = digestIn(desk, request);
    if (digest === undefined) return TE.right(undefined);
    return pipe(
      desk.store.sessions.lookup(digest, desk.clock.now()),
      TE.chain((session) =>
        session === undefined ? TE.right(undefined) : putOff(desk, { digest, session }),
      ),
    );
  };

/** Ends the session that a request comes with, if any: the cookie that takes the browser's away. */
export const endSession =
  (desk: Desked) =>
  (request: Pick<Exchange, 'header'>): TE.TaskEither<Failure, Cookie> => {
    const digest = digestIn(desk, request);
    return pipe(
      digest === undefined ? TE.right(undefined) : desk.store.sessions.end(digest),
      TE.map(() => ({ name: cookieName(desk), value: '', maxAge_s: 0 })),
    );
  };

/** Ends all sessions of an account, wherever they are: signed out everywhere, password changed, account closed. */
export const endSessionsOf =
  ({ store }: Pick<Desked, 'store'>) =>
  (account: string): TE.TaskEither<Failure, void> =>
    store.sessions.endAll(account);
