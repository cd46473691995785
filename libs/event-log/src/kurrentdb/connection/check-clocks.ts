import * as E from 'fp-ts/lib/Either.js';
import { refusalBy } from './clock.ts';
import type { Failure } from './failure.ts';
import { greet } from './greet.ts';
import type { Greeted } from './greeted.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';

/** Clocks are compared again when so much time has passed, by a clock that may have been set meanwhile. */
const interval_ms = 300_000;

/**
 * Lets appends of a session pass while this machine's clock and the server's are close enough; clocks that are not are
 * compared anew each time, so that setting them right is all that is needed.
 */
export const clockCheck = (
  timing: Timing,
): ((session: Session) => Promise<E.Either<Failure, void>>) => {
  const asking = new WeakMap<Session, Promise<E.Either<Failure, Greeted>>>();

  const refusal = (session: Session, { clocks }: Greeted): Failure | undefined =>
    clocks === undefined ? undefined : refusalBy(clocks, timing.maxSkew_ms, session.where());

  const askAgain = (session: Session): Promise<E.Either<Failure, Greeted>> => {
    const begun = asking.get(session);
    if (begun !== undefined) return begun;
    const asked = greet(session, timing).finally(() => asking.delete(session));
    asking.set(session, asked);
    return asked;
  };

  return async (session) => {
    const known = session.greeted();
    const age_ms = known === undefined ? Number.NaN : timing.now() - known.asked_ms;
    const isFresh = age_ms >= 0 && age_ms < interval_ms;
    if (known !== undefined && isFresh && refusal(session, known) === undefined) {
      return E.right(undefined);
    }
    const again = await askAgain(session);
    if (E.isLeft(again)) return again;
    const refused = refusal(session, again.right);
    return refused === undefined ? E.right(undefined) : E.left(refused);
  };
};
